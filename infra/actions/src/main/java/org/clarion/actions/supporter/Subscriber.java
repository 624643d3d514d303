package org.clarion.actions.supporter;

import java.util.List;
import java.util.stream.Stream;
import org.clarion.actions.consent.ConsentLedger;
import org.clarion.supporters.ConsentChoice;

/**
 * Somebody who has said yes to updates, and has not taken it back.
 *
 * @param language BCP 47 tag in which to write to them
 * @param action with which they said it, as the public knows it
 */
public record Subscriber(String email, String name, String language, String action, ConsentChoice yes) {

    /** Empty where the newest choice is no yes. */
    public static Stream<Subscriber> of(
            String email, String name, String language, String action, List<ConsentChoice> choices) {
        return ConsentLedger.given(choices).stream().map(yes -> new Subscriber(email, name, language, action, yes));
    }

    /** Says nothing, so that a person cannot slip into a log. */
    @Override
    public String toString() {
        return "Subscriber";
    }
}
