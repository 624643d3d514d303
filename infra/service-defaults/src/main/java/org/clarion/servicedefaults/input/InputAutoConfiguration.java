package org.clarion.servicedefaults.input;

import org.clarion.servicedefaults.problems.Refusals;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@AutoConfiguration
@EnableConfigurationProperties(InputSettings.class)
class InputAutoConfiguration {

    /** Between Spring's request context (-105), which the error page needs, and Spring Security (-100). */
    private static final int FIRST = -104;

    @Bean
    JsonMapperBuilderCustomizer cleanJson() {
        return new CleanJson();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Filters {

        @Bean
        FilterRegistrationBean<BodyLimit> bodyLimit(InputSettings settings, Refusals refusals) {
            var registration = new FilterRegistrationBean<>(new BodyLimit(settings, refusals));
            registration.setOrder(FIRST);
            return registration;
        }

        @Bean
        FilterRegistrationBean<CleanParameters> cleanParameters(InputSettings settings, Refusals refusals) {
            var registration = new FilterRegistrationBean<>(new CleanParameters(refusals));
            registration.setOrder(FIRST + 1);
            registration.setUrlPatterns(settings.formPaths());
            return registration;
        }
    }
}
