package org.clarion.letters.action;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.clarion.servicedefaults.problems.Problem;
import org.clarion.servicedefaults.problems.Refusals;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** How the refusals of this feature are answered where no form can show them. */
@ControllerAdvice
class LetterActionRefusals {

    private final Refusals refusals;

    LetterActionRefusals(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    void refused(LetterActionRefusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = switch (refusal.reason()) {
            case UNKNOWN, UNKNOWN_VARIANT -> Problem.NOT_FOUND.detail();
            case SLUG_TAKEN,
                    CLOSES_TOO_EARLY,
                    NOT_EDITABLE,
                    NOT_IN_THAT_STATE,
                    CHANGED_MEANWHILE,
                    TOO_MANY_VARIANTS,
                    TEST_WHILE_OPEN -> {
                var conflict = Problem.CONFLICT.detail();
                conflict.setType(URI.create(
                        "/problems/letter-actions/" + refusal.reason().slug()));
                yield conflict;
            }
        };
        refusals.answer(problem, request, response);
    }
}
