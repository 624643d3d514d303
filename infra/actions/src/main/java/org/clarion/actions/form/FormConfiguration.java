package org.clarion.actions.form;

import java.util.List;
import org.clarion.places.Constituencies;
import org.clarion.places.Places;
import org.clarion.servicedefaults.PublicUrl;
import org.clarion.supporters.TypingHints;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What reads the forms of supporters. */
@Configuration(proxyBeanMethods = false)
public class FormConfiguration {

    @Bean
    Homes homes(Places places, Constituencies constituencies) {
        return new Homes(places, constituencies);
    }

    @Bean
    HomeChoices homeChoices(Constituencies constituencies) {
        return new HomeChoices(constituencies);
    }

    @Bean
    Doubts doubts(TypingHints hints) {
        return new Doubts(hints);
    }

    @Bean
    Mends mends(MessageSource words) {
        return new Mends(words);
    }

    @Bean
    WebMvcConfigurer sourcesForControllers(PublicUrl site) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new SourceArgument(site));
            }
        };
    }
}
