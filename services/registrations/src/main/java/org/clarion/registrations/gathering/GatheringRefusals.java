package org.clarion.registrations.gathering;

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
class GatheringRefusals {

    private final Refusals refusals;

    GatheringRefusals(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    void refused(GatheringRefusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var conflict = Problem.CONFLICT.detail();
        conflict.setType(URI.create("/problems/gatherings/" + refusal.reason().slug()));
        refusals.answer(conflict, request, response);
    }
}
