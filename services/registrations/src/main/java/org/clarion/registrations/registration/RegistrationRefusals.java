package org.clarion.registrations.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.clarion.servicedefaults.problems.Refusals;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** How the refusals of this feature are answered: in words that say what to do. */
@ControllerAdvice
class RegistrationRefusals {

    private final Refusals refusals;
    private final MessageSource words;

    RegistrationRefusals(Refusals refusals, MessageSource words) {
        this.refusals = refusals;
        this.words = words;
    }

    @ExceptionHandler
    void refused(RegistrationRefusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var status = switch (refusal.reason()) {
            case UNKNOWN_GATHERING -> HttpStatus.NOT_FOUND;
            case UNKNOWN_LINK, EXPIRED_LINK -> HttpStatus.GONE;
            case NOT_OPEN_YET,
                    CLOSED,
                    GATHERING_CANCELLED,
                    GATHERING_PAST,
                    INVITATION_USED,
                    NO_ROOM,
                    OFFER_GONE,
                    HAS_BEGUN,
                    NOT_IN_THAT_STATE -> HttpStatus.CONFLICT;
        };
        var slug = refusal.reason().slug();
        var locale = LocaleContextHolder.getLocale();
        var problem =
                ProblemDetail.forStatusAndDetail(status, words.getMessage("refused." + slug + ".text", null, locale));
        problem.setTitle(words.getMessage("refused." + slug, null, locale));
        problem.setType(URI.create("/problems/registrations/" + slug));
        refusals.answer(problem, request, response);
    }
}
