package org.clarion.letters.target;

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
class TargetRefusals {

    private final Refusals refusals;

    TargetRefusals(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    void refused(TargetRefusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = switch (refusal.reason()) {
            case UNKNOWN -> Problem.NOT_FOUND.detail();
            case CHANGED_MEANWHILE, ALREADY_ON_LIST, LIST_FULL -> {
                var conflict = Problem.CONFLICT.detail();
                conflict.setType(
                        URI.create("/problems/targets/" + refusal.reason().slug()));
                yield conflict;
            }
        };
        refusals.answer(problem, request, response);
    }
}
