package org.clarion.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.clarion.servicedefaults.PublicUrl;
import org.clarion.servicedefaults.problems.Problem;
import org.clarion.servicedefaults.problems.Refusals;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that another site's page makes a browser send. Browsers say where a request comes from; programs,
 * which no other site can steer, say nothing and pass.
 */
@Component
@Order(-103)
class CrossSiteCheck extends OncePerRequestFilter {

    static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final String origin;
    private final Refusals refusals;

    CrossSiteCheck(PublicUrl publicUrl, Refusals refusals) {
        this.origin = publicUrl.origin().toString();
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            refusals.answer(Problem.CROSS_SITE, request, response);
        }
    }

    private boolean isOurs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var sender = request.getHeader(HttpHeaders.ORIGIN);
        return sender == null || sender.equals(origin);
    }
}
