package org.clarion.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.clarion.gateway.account.Account;
import org.clarion.gateway.account.StaffSettings;
import org.clarion.servicedefaults.PublicUrl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie that stands for a session. It is set at sign-in and nowhere else, so no visitor ever has one. Under
 * {@code __Host-} a browser takes it from this host over TLS only, which rules out a plant by a sister domain.
 */
@Component
public class SessionCookie {

    private final Sessions sessions;
    private final boolean secure;
    private final String name;
    private final Duration longest;

    SessionCookie(Sessions sessions, PublicUrl publicUrl, StaffSettings settings) {
        this.sessions = sessions;
        this.secure = publicUrl.secure();
        this.name = secure ? "__Host-clarion-staff" : "clarion-staff";
        this.longest = settings.longest();
    }

    /** Always under a new secret; what the browser had before ends. */
    public void start(Account account, HttpServletRequest request, HttpServletResponse response) {
        in(request).ifPresent(sessions::end);
        set(response, sessions.start(account).value(), longest);
    }

    public void end(HttpServletRequest request, HttpServletResponse response) {
        in(request).ifPresent(sessions::end);
        set(response, "", Duration.ZERO);
    }

    Optional<Secret> in(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie ->
                        cookie.getName().equals(name) && !cookie.getValue().isEmpty())
                .map(cookie -> new Secret(cookie.getValue()))
                .findFirst();
    }

    private void set(HttpServletResponse response, String value, Duration life) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
