package org.clarion.letters.representative;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.clarion.letters.representative.DirectoryRefusal.Reason;
import org.clarion.servicedefaults.problems.Problem;
import org.clarion.servicedefaults.problems.Refusals;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** How the refusals of this feature are answered where no form can show them. */
@ControllerAdvice
class DirectoryRefusals {

    private final Refusals refusals;
    private final MessageSource messages;

    DirectoryRefusals(Refusals refusals, MessageSource messages) {
        this.refusals = refusals;
        this.messages = messages;
    }

    @ExceptionHandler
    void refused(DirectoryRefusal refusal, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        var problem = (refusal.reason() == Reason.UNKNOWN ? Problem.NOT_FOUND : Problem.CONFLICT).detail();
        problem.setType(URI.create("/problems/members/" + refusal.reason().slug()));
        problem.setDetail(messages.getMessage(refusal, locale));
        refusals.answer(problem, request, response);
    }
}
