package org.clarion.gateway;

import org.clarion.servicedefaults.tokens.AccessRules;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Tokens count for the launcher's own path only. Staff come by session, visitors by nothing. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    @Order(2)
    SecurityFilterChain inside(HttpSecurity http, AccessRules rules) {
        return rules.applyTo(http.securityMatcher(new OrRequestMatcher(
                        PathPatternRequestMatcher.withDefaults().matcher("/internal/**"),
                        EndpointRequest.toAnyEndpoint())))
                .build();
    }
}
