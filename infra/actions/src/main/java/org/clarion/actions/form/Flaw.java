package org.clarion.actions.form;

import java.util.List;
import java.util.Set;
import org.springframework.validation.Errors;

/**
 * Something in a form that needs mending.
 *
 * @param what key of the words for it, below {@code flaw.}
 * @param named what the words name, in their order
 */
public record Flaw(String field, String what, List<String> named) {

    public Flaw {
        named = List.copyOf(named);
    }

    public Flaw(String field, String what) {
        this(field, what, List.of());
    }

    /** Key of the words for it. */
    public String words() {
        return "flaw." + what;
    }

    /**
     * Shows the flaw on a page: beside its field, or at the top where the page has no such field to mend.
     *
     * @param visible fields that people see
     */
    public void showIn(Errors errors, Set<String> visible) {
        if (visible.contains(field)) {
            errors.rejectValue(field, words(), named.toArray(), null);
        } else {
            errors.reject(words(), named.toArray(), null);
        }
    }
}
