package org.clarion.servicedefaults.problems;

import java.net.URI;
import java.util.Locale;
import org.clarion.servicedefaults.WireNamed;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Something that a feature does not let happen. Where nobody catches it, it is answered as
 * {@code /problems/<feature>/<reason>}, with the words {@code refused.<feature>.<reason>} and {@code ….text} where the service
 * has them, else with those of its status.
 */
public abstract class Refusal extends RuntimeException implements MessageSourceResolvable {

    private final String feature;
    private final String reason;
    private final HttpStatus status;

    /** @param feature in the plural: {@code signatures} */
    protected Refusal(String feature, WireNamed reason, HttpStatus status) {
        super(reason.wireName());
        this.feature = feature;
        this.reason = reason.wireName();
        this.status = status;
    }

    /** The words that say more than its title. */
    @Override
    public String[] getCodes() {
        return new String[] {title() + ".text"};
    }

    private String title() {
        return "refused." + feature + "." + reason;
    }

    ProblemDetail problem(MessageSource words, Locale locale) {
        var problem = Problem.of(status).detail(status);
        problem.setType(URI.create("/problems/" + feature + "/" + reason));
        problem.setTitle(words.getMessage(title(), null, problem.getTitle(), locale));
        problem.setDetail(words.getMessage(title() + ".text", null, problem.getDetail(), locale));
        return problem;
    }
}
