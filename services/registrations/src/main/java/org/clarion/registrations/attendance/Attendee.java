package org.clarion.registrations.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clarion.registrations.places.Wish;
import org.jspecify.annotations.Nullable;

/**
 * A party as the list and the door know it. It never leaves this service but for staff to read.
 *
 * @param state as {@code registration.v1} names it
 * @param name empty for a guest who did not say; null once forgotten
 * @param email null for a guest whom staff let in, and once forgotten
 * @param answers number of the question → what was answered
 * @param needs what they need to take part; null for none, and for those who need not know
 * @param diet what they eat; the same
 * @param guest whether staff let them in without a registration
 */
public record Attendee(
        UUID id,
        UUID gathering,
        String code,
        String state,
        @Nullable String name,
        @Nullable String email,
        Map<String, List<String>> answers,
        @Nullable String needs,
        @Nullable String diet,
        Wish wish,
        Attendance attendance,
        boolean guest,
        Instant recordedAt) {

    static final String WITH_A_PLACE = "confirmed";

    public boolean hasPlace() {
        return state.equals(WITH_A_PLACE);
    }

    public boolean comesTo(int session) {
        return wish.sessions().contains(session);
    }

    /** How many of the party are there. */
    public int here(int session) {
        return attendance.heads(session);
    }

    /** How many of the party are not there. */
    public int missing(int session) {
        return Math.max(0, wish.heads() - here(session));
    }

    /** The sessions that the party comes to, in their order. */
    public List<Integer> sessions() {
        return wish.sessions().stream().sorted().toList();
    }

    Attendee withoutNeeds() {
        return new Attendee(
                id, gathering, code, state, name, email, answers, null, null, wish, attendance, guest, recordedAt);
    }

    /** Says nothing, so that a person cannot slip into a log. */
    @Override
    public String toString() {
        return "Attendee";
    }
}
