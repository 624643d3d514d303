package org.clarion.servicedefaults.tokens;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import org.clarion.servicedefaults.MissingSetting;
import org.clarion.servicedefaults.problems.Refusals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@AutoConfiguration(before = {OAuth2ResourceServerAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(TokenSettings.class)
@EnableWebSecurity
@EnableMethodSecurity
class TokenAutoConfiguration {

    /** Lazy: only a service that asks for it needs {@code CLARION_TOKENS_KEY}. */
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    TokenIssuer tokenIssuer(TokenSettings settings, Clock clock) {
        return new TokenIssuer(SigningKey.parse(MissingSetting.require("clarion.tokens.key", settings.key())), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder tokens(TokenSettings settings, Clock clock, @Value("${spring.application.name:}") String service) {
        var trusted = MissingSetting.require("clarion.tokens.trusted", settings.trusted());
        var name = MissingSetting.require("spring.application.name", service);
        try {
            var decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(JWKSet.parse(trusted)))
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .build();
            decoder.setJwtValidator(new TokenRules(name, settings.staffIssuer(), clock));
            return decoder;
        } catch (ParseException e) {
            throw new IllegalArgumentException("CLARION_TOKENS_TRUSTED is not a JWKS", e);
        }
    }

    @Bean
    AccessRules accessRules(
            Refusals refusals, JwtDecoder tokens, ObjectProvider<PublicPaths> publicPaths, Environment environment) {
        return new AccessRules(refusals, tokens, publicPaths.orderedStream().toList(), environment);
    }

    /** A measurement around each of fifteen filters cost a tenth of every request and told nobody anything. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** The gateway, which knows sessions, brings its own chains instead. */
    @Bean
    @ConditionalOnMissingBean(SecurityFilterChain.class)
    SecurityFilterChain serviceSecurity(HttpSecurity http, AccessRules rules) {
        return rules.applyTo(http).build();
    }

    @Bean
    @ConditionalOnMissingBean
    RequestRejectedHandler rejectedRequests(Refusals refusals) {
        return (request, response, e) -> refusals.answer(e, request, response);
    }

    @Bean
    WebMvcConfigurer staffForControllersAndPages() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new StaffArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new StaffAttribute());
            }
        };
    }
}
