package org.clarion.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.clarion.servicedefaults.problems.Problem;
import org.clarion.servicedefaults.problems.Refusals;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/** How much one address may change in a while. Reading is free, and so is what signed-in staff do. */
@Component
@Order(-102)
class Limits extends OncePerRequestFilter {

    private final ClientAddress addresses;
    private final Refusals refusals;
    private final Limit posts;
    private final Limit postsPerAction;
    private final Limit signIns;

    Limits(LimitSettings settings, ClientAddress addresses, Refusals refusals) {
        this.addresses = addresses;
        this.refusals = refusals;
        this.posts = new Limit(settings.posts(), settings.remembered());
        this.postsPerAction = new Limit(settings.postsPerAction(), settings.remembered());
        this.signIns = new Limit(settings.signIns(), settings.remembered());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = CrossSiteCheck.READING.contains(request.getMethod()) ? Duration.ZERO : waitFor(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
            refusals.answer(Problem.TOO_MANY, request, response);
        }
    }

    private Duration waitFor(HttpServletRequest request) {
        var path = UrlPathHelper.defaultInstance.getRequestUri(request); // decoded: one action has one spelling
        if (path.startsWith("/staff/") || path.startsWith("/internal/")) {
            return Duration.ZERO;
        }
        var address = addresses.of(request);
        if (path.startsWith("/sign-in")) {
            return signIns.take(address);
        }
        var wait = posts.take(address);
        return wait.isZero() ? postsPerAction.take(address + ' ' + action(path)) : wait;
    }

    /** {@code petitions/clean-air}, whether of the page or of the API. */
    static String action(String path) {
        int start = path.startsWith("/api/") ? 5 : 1;
        int kind = path.indexOf('/', start);
        int end = kind < 0 ? -1 : path.indexOf('/', kind + 1);
        return end < 0 ? path.substring(Math.min(start, path.length())) : path.substring(start, end);
    }
}
