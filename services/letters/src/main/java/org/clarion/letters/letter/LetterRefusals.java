package org.clarion.letters.letter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.clarion.servicedefaults.problems.Refusals;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** How the refusals of this feature are answered, to programs and to people. */
@ControllerAdvice
class LetterRefusals {

    private final Refusals refusals;
    private final MessageSource words;

    LetterRefusals(Refusals refusals, MessageSource words) {
        this.refusals = refusals;
        this.words = words;
    }

    @ExceptionHandler
    void refused(LetterRefusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var slug = refusal.reason().slug();
        var problem = ProblemDetail.forStatusAndDetail(
                status(refusal.reason()),
                words.getMessage("refused.letter." + slug + ".text", null, request.getLocale()));
        problem.setType(URI.create("/problems/letters/" + slug));
        problem.setTitle(words.getMessage("refused.letter." + slug, null, request.getLocale()));
        refusals.answer(problem, request, response);
    }

    private static HttpStatus status(LetterRefusal.Reason reason) {
        return switch (reason) {
            case UNKNOWN_ACTION -> HttpStatus.NOT_FOUND;
            case UNKNOWN_LINK, EXPIRED_LINK -> HttpStatus.GONE;
            case ACTION_NOT_OPEN_YET, ACTION_PAUSED, ACTION_CLOSED, NOT_SENT, ALREADY_SENT, NOT_IN_THAT_STATE ->
                HttpStatus.CONFLICT;
        };
    }
}
