package org.clarion.gateway.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.clarion.servicedefaults.problems.Problem;
import org.clarion.servicedefaults.problems.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody but staff through to {@code /staff}, and asks everybody else to sign in. */
@Component
@Order(-90)
public class StaffGate extends OncePerRequestFilter {

    /** The request attribute that holds the member of staff; page-shell shows it. */
    public static final String STAFF = "staff";

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Refusals refusals;

    StaffGate(Sessions sessions, SessionCookie cookie, Refusals refusals) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.equals("/staff") && !path.startsWith("/staff/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        try {
            var staff = cookie.in(request).flatMap(secret -> sessions.find(secret, isSomebodyThere(request, accept)));
            if (staff.isEmpty()) {
                askToSignIn(request, response, accept);
                return;
            }
            request.setAttribute(STAFF, staff.get());
        } catch (RuntimeException e) {
            refusals.answer(e, request, response); // the store is away, and says so
            return;
        }
        chain.doFilter(request, response);
    }

    /** A page that keeps itself up to date is nobody: it follows a stream, or asks without being led anywhere. */
    private static boolean isSomebodyThere(HttpServletRequest request, @Nullable String accept) {
        if (accept != null && accept.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            return false;
        }
        var mode = request.getHeader("Sec-Fetch-Mode"); // old browsers, and programs, say nothing
        return mode == null || mode.equals("navigate") || !request.getMethod().equals("GET");
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response, @Nullable String accept)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in");
            refusals.answer(Problem.UNAUTHENTICATED, request, response);
        } else if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            var to = request.getMethod().equals("GET") ? request.getRequestURI() : "/staff";
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, "/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        } else {
            refusals.answer(Problem.UNAUTHENTICATED, request, response);
        }
    }
}
