package org.clarion.servicedefaults.problems;

import java.net.URI;
import java.util.Locale;
import java.util.ResourceBundle;
import org.clarion.servicedefaults.WireNamed;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Refusals that every service knows. The {@code type} is stable; the words are in {@code words.properties}. */
public enum Problem implements WireNamed {
    MALFORMED(HttpStatus.BAD_REQUEST),
    INVALID(HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    CROSS_SITE(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    CONFLICT(HttpStatus.CONFLICT),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
    REFUSED(HttpStatus.BAD_REQUEST),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    /** A change was sent on and nothing came back: it may have happened. */
    NO_ANSWER(HttpStatus.GATEWAY_TIMEOUT);

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.clarion.servicedefaults.problems.words", Locale.ROOT);

    private final HttpStatus status;

    Problem(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** A fresh description that the caller may add to. */
    public ProblemDetail detail() {
        return detail(status);
    }

    /** To be thrown where a controller can say no more than this. */
    public ErrorResponseException asException() {
        return new ErrorResponseException(status, detail(), null);
    }

    ProblemDetail detail(HttpStatusCode status) {
        var problem = ProblemDetail.forStatusAndDetail(status, WORDS.getString(wireName() + ".detail"));
        problem.setType(URI.create("/problems/" + wireName()));
        problem.setTitle(WORDS.getString(wireName() + ".title"));
        return problem;
    }

    static Problem of(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> MALFORMED;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404, 410 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_TYPE;
            case 429 -> TOO_MANY;
            case 503 -> UNAVAILABLE;
            case 502, 504 -> NO_ANSWER;
            case 501, 505 -> REFUSED;
            default -> status.is5xxServerError() ? INTERNAL : REFUSED;
        };
    }
}
