package org.clarion.actions.form;

import java.util.List;
import java.util.Locale;
import org.clarion.servicedefaults.problems.Problem;
import org.springframework.context.MessageSource;
import org.springframework.web.ErrorResponseException;

/** Tells programs what of a form needs mending. */
public final class Mends {

    /** What needs mending in one field. */
    record Mend(String field, String message) {}

    private final MessageSource words;

    Mends(MessageSource words) {
        this.words = words;
    }

    /** To be thrown: a problem that names every flaw. */
    public ErrorResponseException of(List<Flaw> flaws, Locale locale) {
        var problem = Problem.INVALID.detail();
        problem.setProperty(
                "errors",
                flaws.stream()
                        .map(flaw -> new Mend(
                                flaw.field(),
                                words.getMessage(flaw.words(), flaw.named().toArray(), locale)))
                        .toList());
        return new ErrorResponseException(Problem.INVALID.status(), problem, null);
    }
}
