package org.clarion.places;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Offers the postcode table and the constituencies. */
@AutoConfiguration
@EnableConfigurationProperties(PlacesSettings.class)
class PlacesAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Constituencies constituencies() {
        return new Constituencies();
    }

    @Bean
    @ConditionalOnMissingBean
    Places places(PlacesSettings settings, Constituencies constituencies) {
        return settings.file() == null ? Places.sample(constituencies) : Places.from(settings.file(), constituencies);
    }
}
