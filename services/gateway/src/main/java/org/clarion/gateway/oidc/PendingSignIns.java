package org.clarion.gateway.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clarion.gateway.lapse.Lapsing;
import org.clarion.gateway.session.Secret;
import org.clarion.servicedefaults.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Sign-ins that have gone to the provider and not come back yet: state, nonce and code verifier, held for the one
 * browser that left. In the store, because the answer may reach another instance.
 */
class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest>, Lapsing {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** @param id hash of what the browser's cookie holds */
    @Document("pending-sign-ins")
    record PendingSignIn(
            @Id String id,
            String authorizationUri,
            String clientId,
            String redirectUri,
            String scopes,
            String state,
            Map<String, String> attributes,
            Map<String, String> parameters,
            Instant until) {}

    private final MongoOperations mongo;
    private final Clock clock;
    private final boolean secure;
    private final String cookie;

    PendingSignIns(MongoOperations mongo, Clock clock, PublicUrl publicUrl) {
        this.mongo = mongo;
        this.clock = clock;
        this.secure = publicUrl.secure();
        this.cookie = secure ? "__Host-clarion-pending" : "clarion-pending";
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest leaving, HttpServletRequest request, HttpServletResponse response) {
        if (leaving == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        var secret = Secret.fresh();
        mongo.insert(new PendingSignIn(
                secret.hash(),
                leaving.getAuthorizationUri(),
                leaving.getClientId(),
                String.valueOf(leaving.getRedirectUri()),
                String.join(" ", leaving.getScopes()),
                String.valueOf(leaving.getState()),
                texts(leaving.getAttributes()),
                texts(leaving.getAdditionalParameters()),
                clock.instant().plus(PATIENCE)));
        setCookie(response, secret.value(), PATIENCE);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return pending(request)
                .map(query -> mongo.findOne(query, PendingSignIn.class))
                .map(PendingSignIns::restored)
                .orElse(null);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var removed = pending(request)
                .map(query -> mongo.findAndRemove(query, PendingSignIn.class))
                .map(PendingSignIns::restored)
                .orElse(null);
        setCookie(response, "", Duration.ZERO);
        return removed;
    }

    @Override
    public String what() {
        return "sign-ins that never came back";
    }

    @Override
    public long removeLapsed(Instant now) {
        return mongo.remove(Query.query(Criteria.where("until").lte(now)), PendingSignIn.class)
                .getDeletedCount();
    }

    private Optional<Query> pending(HttpServletRequest request) {
        var state = request.getParameter("state");
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(each -> each.getName().equals(cookie))
                .findFirst()
                .filter(each -> state != null)
                .map(each -> Query.query(Criteria.where("_id")
                        .is(new Secret(each.getValue()).hash())
                        .and("state")
                        .is(state)
                        .and("until")
                        .gt(clock.instant())));
    }

    private void setCookie(HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(life)
                        .build()
                        .toString());
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    private static OAuth2AuthorizationRequest restored(PendingSignIn pending) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(pending.authorizationUri())
                .clientId(pending.clientId())
                .redirectUri(pending.redirectUri())
                .scopes(Set.of(pending.scopes().split(" ")))
                .state(pending.state())
                .attributes(attributes -> attributes.putAll(pending.attributes()))
                .additionalParameters(parameters -> parameters.putAll(pending.parameters()))
                .build();
    }
}
