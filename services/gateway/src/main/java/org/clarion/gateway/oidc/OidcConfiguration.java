package org.clarion.gateway.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.clarion.gateway.account.AccountDesk;
import org.clarion.gateway.session.SessionCookie;
import org.clarion.servicedefaults.MissingSetting;
import org.clarion.servicedefaults.PublicUrl;
import org.clarion.servicedefaults.problems.Refusals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;

/**
 * Sign-in at the organisation's own provider: code flow with PKCE, state and nonce. Who comes back with a trusted
 * address that has an account gets the same session as by a mailed link; the provider's tokens are not kept.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("clarion.oidc.issuer")
class OidcConfiguration {

    private static final Logger log = LoggerFactory.getLogger(OidcConfiguration.class);
    private static final String START = "/sign-in/oidc";
    private static final String NAME = "staff";

    /** Asks the provider for its addresses at the first sign-in, so that the gateway starts without it. */
    @Bean
    ClientRegistrationRepository registrations(OidcSettings settings) {
        var issuer = MissingSetting.require("clarion.oidc.issuer", settings.issuer());
        var id = MissingSetting.require("clarion.oidc.client-id", settings.clientId());
        var secret = MissingSetting.require("clarion.oidc.client-secret", settings.clientSecret());
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(issuer)
                        .registrationId(NAME)
                        .clientId(id)
                        .clientSecret(secret)
                        .scope("openid", "email")
                        .redirectUri("{baseUrl}" + START + "/back/{registrationId}")
                        .build()));
    }

    @Bean
    PendingSignIns pendingSignIns(MongoOperations mongo, Clock clock, PublicUrl publicUrl) {
        return new PendingSignIns(mongo, clock, publicUrl);
    }

    @Bean
    @Order(1)
    SecurityFilterChain oidcSignIn(
            HttpSecurity http,
            OidcSettings settings,
            ClientRegistrationRepository registrations,
            PendingSignIns pending,
            AccountDesk accounts,
            SessionCookie cookie,
            PublicUrl publicUrl,
            Refusals refusals) {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.redirectUri(
                        publicUrl.to(START + "/back/" + NAME).toString())));
        return http.securityMatcher(START + "/**")
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .authorizeHttpRequests(allow -> allow.anyRequest().denyAll())
                .oauth2Login(login -> login.loginPage("/sign-in")
                        .loginProcessingUrl(START + "/back/*")
                        .authorizedClientRepository(new NoTokensKept())
                        .authorizationEndpoint(there ->
                                there.authorizationRequestResolver(requests).authorizationRequestRepository(pending))
                        .successHandler((request, response, person) -> {
                            var account = person.getPrincipal() instanceof OidcUser user
                                            && settings.trusts(user.getEmailVerified())
                                            && user.getEmail() != null
                                    ? accounts.active(user.getEmail()).orElse(null)
                                    : null;
                            if (account == null) {
                                log.info("Somebody came from the provider who has no account here");
                                response.sendRedirect("/sign-in?refused");
                            } else {
                                cookie.start(account, request, response);
                                response.sendRedirect("/staff");
                            }
                        })
                        .failureHandler((request, response, e) -> {
                            log.warn("Sign-in at the provider failed: {}", e.getMessage());
                            response.sendRedirect("/sign-in?refused");
                        }))
                .build();
    }

    private static class NoTokensKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {}
    }
}
