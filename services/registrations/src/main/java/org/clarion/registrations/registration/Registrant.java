package org.clarion.registrations.registration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who registered, as they typed it. Never leaves this service's store.
 *
 * @param name empty for guests at the door who did not say
 * @param email null for guests at the door
 * @param answers number of the question → what was answered
 * @param needs what they need to take part; for those alone who see to it
 * @param diet what they eat; the same
 */
record Registrant(
        String name,
        @Nullable String email,
        Map<String, List<String>> answers,
        @Nullable String needs,
        @Nullable String diet) {

    Registrant {
        answers = Map.copyOf(answers);
    }

    /** Says nothing, so that a person cannot slip into a log. */
    @Override
    public String toString() {
        return "Registrant";
    }
}
