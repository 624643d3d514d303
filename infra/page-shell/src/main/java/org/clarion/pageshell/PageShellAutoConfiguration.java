package org.clarion.pageshell;

import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@AutoConfiguration(before = {MessageSourceAutoConfiguration.class, WebMvcAutoConfiguration.class})
@EnableConfigurationProperties(Organisation.class)
class PageShellAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Words words() throws IOException {
        return Words.onClasspath();
    }

    @Bean(name = "messageSource")
    @ConditionalOnMissingBean(name = "messageSource")
    MessageSource messageSource(Words words) {
        return words.messageSource();
    }

    /** Only languages that have words: otherwise a French reader gets English words around French numbers. */
    @Bean
    @ConditionalOnMissingBean(name = "localeResolver")
    LocaleResolver localeResolver(Words words) {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(words.languages());
        resolver.setDefaultLocale(Words.DEFAULT);
        return resolver;
    }

    /**
     * After a form a browser is sent on with 303 and a relative address: a service does not know under which origin it is seen.
     */
    @Bean
    static BeanPostProcessor relativeRedirects() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ThymeleafViewResolver views) {
                    views.setRedirectHttp10Compatible(false);
                }
                return bean;
            }
        };
    }

    @Bean
    WebMvcConfigurer pagingForControllers() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PagingArgument());
            }
        };
    }

    @Bean
    Ticks ticks() {
        return new Ticks();
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    @ConditionalOnMissingBean
    Markdown markdown() {
        return new Markdown();
    }

    @Bean
    @ConditionalOnMissingBean
    Figures figures(MessageSource messages) {
        return new Figures(messages);
    }

    @Bean
    ShellDialect shellDialect(
            Figures figures,
            Markdown markdown,
            Organisation organisation,
            @Qualifier("mvcResourceUrlProvider") ObjectProvider<ResourceUrlProvider> assets,
            @Value("${clarion.public-url:http://localhost:8080}") String origin) {
        return new ShellDialect(figures, markdown, new Shell(organisation, assets::getObject, origin));
    }
}
