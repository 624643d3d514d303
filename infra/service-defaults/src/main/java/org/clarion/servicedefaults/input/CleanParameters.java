package org.clarion.servicedefaults.input;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.clarion.servicedefaults.problems.Problem;
import org.clarion.servicedefaults.problems.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds forms and query strings to what {@link CleanText} accepts. */
class CleanParameters extends OncePerRequestFilter {

    private final Refusals refusals;

    CleanParameters(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var problem = carriesParameters(request) ? check(request) : null;
        if (problem == null) {
            chain.doFilter(request, response);
        } else {
            refusals.answer(problem, request, response);
        }
    }

    private static boolean carriesParameters(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getQueryString() != null
                || (type != null
                        && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                                || type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)));
    }

    private static @Nullable Problem check(HttpServletRequest request) {
        Map<String, String[]> parameters;
        try {
            parameters = request.getParameterMap();
        } catch (InvalidParameterException e) {
            return e.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                    ? Problem.TOO_LARGE
                    : Problem.MALFORMED;
        }
        for (var each : parameters.entrySet()) {
            if (!CleanText.accepts(each.getKey())) {
                return Problem.MALFORMED;
            }
            for (var value : each.getValue()) {
                if (!CleanText.accepts(value)) {
                    return Problem.MALFORMED;
                }
            }
        }
        return null;
    }
}
