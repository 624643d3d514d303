package org.clarion.servicedefaults.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.clarion.servicedefaults.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a refusal wherever it happens, in a filter or in a controller: as a page to a browser, as a problem detail to
 * everybody else. A failure of our own shows a reference and nothing else; the rest is in the log under it.
 */
public final class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final String RETRY_AFTER_SECONDS = "10";

    private final JsonMapper json;
    private final ErrorPage page;

    Refusals(JsonMapper json, ErrorPage page) {
        this.json = json;
        this.page = page;
    }

    public void answer(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(Diagnosis.of(problem), null, request, response);
    }

    public void answer(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(new Diagnosis(problem, new HttpHeaders()), null, request, response);
    }

    public void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(Diagnosis.of(failure), failure, request, response);
    }

    private void answer(
            Diagnosis diagnosis, @Nullable Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = diagnosis.problem();
        if (diagnosis.isOurFault()) {
            problem.setProperty("reference", noted(failure, request));
        }
        if (response.isCommitted()) {
            breakOff(failure);
            return;
        }
        response.resetBuffer();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null); // a refusal is no file
        diagnosis.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        if (isPassing(problem.getStatus()) && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.setStatus(problem.getStatus());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var view = wantsPage(request) ? page.view(LocaleContextHolder.getLocale()) : null;
        if (view == null) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(problem));
        } else {
            render(view, problem, request, response);
        }
    }

    /** What has begun cannot be taken back: the connection breaks, so that nobody takes a part for the whole. */
    private static void breakOff(@Nullable Throwable failure) throws IOException {
        if (failure != null) {
            throw new IOException("An answer was broken off", failure);
        }
    }

    private static boolean isPassing(int status) {
        return status == Problem.UNAVAILABLE.status().value()
                || status == Problem.NO_ANSWER.status().value();
    }

    private void render(View view, ProblemDetail problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var model = new HashMap<String, Object>();
        model.put("status", problem.getStatus());
        model.put("title", Objects.requireNonNullElse(problem.getTitle(), ""));
        model.put("detail", Objects.requireNonNullElse(problem.getDetail(), ""));
        model.put("problem", Objects.toString(problem.getType(), "about:blank"));
        model.putAll(Objects.requireNonNullElse(problem.getProperties(), Map.of()));
        try {
            view.render(model, request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The page for a refusal cannot be shown", e);
        }
    }

    /** The path's pattern and never the path itself, which may hold somebody's link. */
    private static String noted(@Nullable Throwable failure, HttpServletRequest request) {
        var reference = Ids.next().toString();
        log.error(
                "{} {} failed, reference {}",
                request.getMethod(),
                Objects.requireNonNullElse(
                        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), "(no handler)"),
                reference,
                failure);
        return reference;
    }

    /** Paths for programs answer programs, whoever looks at them. */
    private static boolean wantsPage(HttpServletRequest request) {
        var path = request.getRequestURI();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !path.startsWith("/api/")
                && !path.startsWith("/internal/");
    }
}
