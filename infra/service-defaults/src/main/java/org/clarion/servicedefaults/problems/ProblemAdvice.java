package org.clarion.servicedefaults.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private final MessageSource words;

    ProblemAdvice(Refusals refusals, MessageSource words) {
        this.refusals = refusals;
        this.words = words;
    }

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.answer(refusal.problem(words, LocaleContextHolder.getLocale()), request, response);
    }

    @ExceptionHandler
    void failed(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!StoreOutage.caused(failure) && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return; // nobody is there to be answered
        }
        refusals.answer(failure, request, response);
    }
}
