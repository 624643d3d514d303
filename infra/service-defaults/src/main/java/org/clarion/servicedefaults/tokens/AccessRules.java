package org.clarion.servicedefaults.tokens;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.clarion.servicedefaults.problems.Problem;
import org.clarion.servicedefaults.problems.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Who may call what: {@code /internal/**} other services, {@code /staff/**} staff, declared paths everybody, the rest
 * nobody. Services keep no session and no cookie; cross-site requests end at the gateway.
 */
public final class AccessRules {

    private static final String[] STAFF_ROLES = Arrays.stream(Role.values())
            .filter(Role::isStaff)
            .map(Role::wireName)
            .toArray(String[]::new);

    private final Refusals refusals;
    private final JwtDecoder tokens;
    private final List<PublicPaths> publicPaths;
    private final Environment environment;

    AccessRules(Refusals refusals, JwtDecoder tokens, List<PublicPaths> publicPaths, Environment environment) {
        this.refusals = refusals;
        this.tokens = tokens;
        this.publicPaths = publicPaths;
        this.environment = environment;
    }

    public HttpSecurity applyTo(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(server -> server.bearerTokenResolver(AccessRules::bearerToken)
                        .authenticationEntryPoint(noToken())
                        .accessDeniedHandler(noRight())
                        .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(AccessRules::authentication)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(noToken()).accessDeniedHandler(noRight()))
                .authorizeHttpRequests(allow -> {
                    allow.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                            .permitAll();
                    allow.requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                            .permitAll();
                    if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
                        allow.requestMatchers(EndpointRequest.toAnyEndpoint()).permitAll();
                    }
                    allow.requestMatchers("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                            .permitAll();
                    allow.requestMatchers("/internal/**").hasRole(Role.SERVICE.wireName());
                    allow.requestMatchers("/staff", "/staff/**").hasAnyRole(STAFF_ROLES);
                    for (var each : publicPaths) {
                        allow.requestMatchers(each.patterns().toArray(String[]::new))
                                .permitAll();
                    }
                    allow.anyRequest().denyAll();
                });
    }

    private AuthenticationEntryPoint noToken() {
        return (request, response, e) -> {
            if (isGuarded(request)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                refusals.answer(Problem.UNAUTHENTICATED, request, response);
            } else {
                refusals.answer(Problem.NOT_FOUND, request, response);
            }
        };
    }

    private AccessDeniedHandler noRight() {
        return (request, response, e) ->
                refusals.answer(isGuarded(request) ? Problem.FORBIDDEN : Problem.NOT_FOUND, request, response);
    }

    /** Nobody has a right to the rest: there is nothing. A bad token is told so wherever it is shown. */
    private static boolean isGuarded(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/internal/")
                || path.equals("/staff")
                || path.startsWith("/staff/")
                || bearerToken(request) != null;
    }

    /** Only the header counts. Spring's own resolver looks into the form too, which would read the body. */
    private static @Nullable String bearerToken(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : null;
    }

    private static AbstractAuthenticationToken authentication(Jwt token) {
        var authorities = Staff.rolesIn(token).stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.wireName()))
                .toList();
        return new JwtAuthenticationToken(token, authorities);
    }
}
