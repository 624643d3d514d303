package org.clarion.actions.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.servicedefaults.problems.Problem;
import org.clarion.servicedefaults.problems.Refusals;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** How the refusals of actions are answered where no form can show them: before the advice for all that nobody answers. */
@ControllerAdvice
@Order(0)
public class ActionRefusals {

    private final Refusals refusals;

    ActionRefusals(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    void refused(ActionRefusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = switch (refusal.reason()) {
            case UNKNOWN -> Problem.NOT_FOUND.detail();
            case SLUG_TAKEN, CLOSES_TOO_EARLY, NOT_EDITABLE, NOT_IN_THAT_STATE, CHANGED_MEANWHILE -> {
                var conflict = Problem.CONFLICT.detail();
                conflict.setType(
                        URI.create("/problems/actions/" + refusal.reason().slug()));
                yield conflict;
            }
        };
        refusals.answer(problem, request, response);
    }
}
