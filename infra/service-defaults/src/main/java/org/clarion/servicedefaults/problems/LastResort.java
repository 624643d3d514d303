package org.clarion.servicedefaults.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside the controllers: in a filter, or in the container. */
@Controller
class LastResort implements ErrorController {

    private final Refusals refusals;

    LastResort(Refusals refusals) {
        this.refusals = refusals;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return; // it was broken off, and that is in the log
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            refusals.answer(failure, request, response);
        } else if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) {
            var status = HttpStatusCode.valueOf(code);
            refusals.answer(Problem.of(status).detail(status), request, response);
        } else {
            refusals.answer(Problem.NOT_FOUND, request, response);
        }
    }
}
