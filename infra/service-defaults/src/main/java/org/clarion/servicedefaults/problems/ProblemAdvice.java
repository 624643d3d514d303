package org.clarion.servicedefaults.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns whatever a controller did not answer itself into a refusal. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private final Refusals refusals;

    ProblemAdvice(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    void refused(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!StoreOutage.caused(failure) && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return; // nobody is there to be answered
        }
        refusals.answer(failure, request, response);
    }
}
