package org.clarion.servicedefaults.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/**
 * What a failure means for the caller.
 *
 * @param headers what the answer must carry besides, such as {@code Allow}
 */
record Diagnosis(ProblemDetail problem, HttpHeaders headers) {

    /** By name, because a service without a store has no such class. */
    private static final String QUICKER = "org.springframework.dao.OptimisticLockingFailureException";

    /** One field that needs mending, as callers see it. */
    record Mend(String field, String message) {}

    static Diagnosis of(Throwable failure) {
        if (failure instanceof ErrorResponse refusal && isDescribed(refusal)) {
            return answered(refusal);
        }
        if (StoreOutage.caused(failure)) {
            return of(Problem.UNAVAILABLE);
        }
        if (failure.getClass().getName().equals(QUICKER)) {
            return of(Problem.CONFLICT);
        }
        if (causedBy(PayloadTooLarge.class, failure) != null) {
            return of(Problem.TOO_LARGE);
        }
        return switch (failure) {
            case BindException e -> invalid(mends(e.getBindingResult()));
            case HandlerMethodValidationException e when !e.isForReturnValue() -> invalid(mends(e));
            case MissingServletRequestParameterException e ->
                invalid(List.of(new Mend(e.getParameterName(), "is missing")));
            case MethodArgumentTypeMismatchException e ->
                invalid(List.of(new Mend(e.getName(), "is not of that kind")));
            case HttpMessageNotReadableException e -> unreadable(e);
            case RequestRejectedException e -> of(Problem.MALFORMED);
            case BadRequestException e -> of(Problem.MALFORMED); // no HTTP, or broken off while it was read
            case AuthenticationException e -> of(Problem.UNAUTHENTICATED);
            case AccessDeniedException e -> of(Problem.FORBIDDEN);
            case ErrorResponse e -> answered(e);
            default -> of(Problem.INTERNAL);
        };
    }

    static Diagnosis of(Problem problem) {
        return new Diagnosis(problem.detail(), new HttpHeaders());
    }

    boolean isOurFault() {
        return problem.getStatus() == Problem.INTERNAL.status().value();
    }

    /** A refusal that a feature described itself keeps its words; Spring's own ones get ours, which quote no input. */
    private static Diagnosis answered(ErrorResponse refusal) {
        var body = refusal.getBody();
        var described = body.getType() != null && !body.getType().toString().equals("about:blank");
        var problem = described ? body : Problem.of(refusal.getStatusCode()).detail(refusal.getStatusCode());
        return new Diagnosis(problem, refusal.getHeaders());
    }

    private static boolean isDescribed(ErrorResponse refusal) {
        var type = refusal.getBody().getType();
        return type != null && !type.toString().equals("about:blank");
    }

    private static Diagnosis invalid(List<Mend> mends) {
        var problem = Problem.INVALID.detail();
        problem.setProperty("errors", mends);
        return new Diagnosis(problem, new HttpHeaders());
    }

    private static Diagnosis unreadable(HttpMessageNotReadableException e) {
        var json = causedBy(JacksonException.class, e);
        var field = json == null
                ? ""
                : json.getPath().stream()
                        .map(step -> step.getPropertyName() != null ? step.getPropertyName() : "" + step.getIndex())
                        .collect(Collectors.joining("."));
        var problem = Problem.MALFORMED.detail();
        if (!field.isEmpty()) {
            problem.setProperty("errors", List.of(new Mend(field, "cannot be read")));
        }
        return new Diagnosis(problem, new HttpHeaders());
    }

    private static List<Mend> mends(BindingResult result) {
        var mends = new ArrayList<Mend>();
        for (var error : result.getAllErrors()) {
            var field = error instanceof FieldError named ? named.getField() : "";
            var unread = error instanceof FieldError named && named.isBindingFailure();
            mends.add(new Mend(field, unread ? "is not of that kind" : message(error)));
        }
        return mends;
    }

    private static List<Mend> mends(HandlerMethodValidationException e) {
        var mends = new ArrayList<Mend>();
        for (var result : e.getParameterValidationResults()) {
            if (result instanceof ParameterErrors bean) {
                mends.addAll(bean.getFieldErrors().stream()
                        .map(error -> new Mend(error.getField(), message(error)))
                        .toList());
            } else {
                var name =
                        Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
                result.getResolvableErrors().forEach(error -> mends.add(new Mend(name, message(error))));
            }
        }
        return mends;
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }

    private static <T extends Throwable> @Nullable T causedBy(Class<T> type, Throwable failure) {
        for (var each = failure; each != null; each = each.getCause() == each ? null : each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
