package org.clarion.actions.staff;

import java.util.Optional;
import java.util.function.Function;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.springframework.validation.Errors;

/** What becomes of a form or a button of staff, where an action may refuse. */
public final class StaffSteps {

    private StaffSteps() {}

    /**
     * Keeps what was written.
     *
     * @param written empty where its flaws are noted already
     * @return what it has become, or empty with what is wrong noted in {@code errors}
     */
    public static <O, A> Optional<A> kept(Optional<O> written, Errors errors, Function<O, A> keep) {
        try {
            return written.map(keep);
        } catch (ActionRefusal refusal) {
            refusal.note(errors);
            return Optional.empty();
        }
    }

    /**
     * Takes a step, and leads back to the page of the action. That says so where the step was refused, because somebody else
     * was quicker or its time is over.
     */
    public static String taken(String page, Runnable step) {
        return taken(page, "", step);
    }

    /** @param anchor the part of the page where what was done is seen, such as {@code #variants} */
    public static String taken(String page, String anchor, Runnable step) {
        try {
            step.run();
            return "redirect:" + page + anchor;
        } catch (ActionRefusal refusal) {
            if (refusal.reason() == Reason.UNKNOWN) {
                throw refusal;
            }
            return "redirect:" + page + "?refused";
        }
    }
}
