package org.clarion.actions.progress;

import java.time.Clock;
import org.clarion.pageshell.Figures;
import org.clarion.places.Constituencies;
import org.clarion.totals.Totals;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figures of the service's actions, and their numbers that move. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProgressSettings.class)
public class ProgressConfiguration {

    @Bean
    Progress progress(Totals totals, Constituencies constituencies, Clock clock) {
        return new Progress(totals, constituencies, clock);
    }

    @Bean
    Audiences audiences(
            Progress progress, Figures figures, MessageSource words, ProgressSettings settings, Clock clock) {
        return new Audiences(progress, new ProgressWords(figures, words), settings, clock);
    }
}
