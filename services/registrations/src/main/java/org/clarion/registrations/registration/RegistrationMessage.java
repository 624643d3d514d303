package org.clarion.registrations.registration;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clarion.messaging.envelope.Participation;
import org.clarion.registrations.registration.Registration.Status;
import org.clarion.supporters.ConsentChoice;
import org.jspecify.annotations.Nullable;

/** A registration as {@code registration.v1} shows it: no name, no address, no answer, no code. */
final class RegistrationMessage {

    /**
     * What only registrations have.
     *
     * @param sessions numbers of the sessions that the party wants to come to
     * @param attendance who was seen; null where nobody was, or nobody counts
     */
    record Body(
            List<ConsentChoice> consents,
            Instant recordedAt,
            List<Integer> sessions,
            int heads,
            @Nullable List<Seen> attendance) {}

    /** How many of the party came to a session. Whoever has a place and was not seen by its end is absent. */
    record Seen(int session, int heads) {}

    private RegistrationMessage() {}

    static Participation of(Registration registration) {
        var wish = registration.seat().wish();
        return new Participation(
                registration.id(),
                registration.version(),
                registration.gathering(),
                "registration",
                registration.supporter(),
                registration.status().wireName(),
                registration.confirmedAt(),
                measures(registration),
                registration.status() == Status.EXPIRED ? Map.of() : dimensions(registration),
                new Body(
                        registration.consents(),
                        registration.recordedAt(),
                        wish.sessions().stream().sorted().toList(),
                        wish.heads(),
                        attendance(registration)));
    }

    private static @Nullable List<Seen> attendance(Registration registration) {
        var seen = registration.attendance().bySession();
        return registration.status() != Status.CONFIRMED || seen.isEmpty()
                ? null
                : seen.entrySet().stream()
                        .map(each -> new Seen(each.getKey(), each.getValue()))
                        .toList();
    }

    private static Map<String, Long> measures(Registration registration) {
        var measures = new HashMap<String, Long>();
        measures.put("recorded", 1L);
        switch (registration.status()) {
            case CONFIRMED -> {
                measures.put("confirmed", 1L);
                measures.put("heads", (long) registration.seat().wish().heads());
                if (registration.attendance().seen() > 0) {
                    measures.put("attended", (long) registration.attendance().seen());
                }
            }
            case WAITING, OFFERED -> measures.put("waiting", 1L);
            case AWAITING_CONFIRMATION, IN_APPROVAL, DECLINED, CANCELLED, INVALIDATED, EXPIRED -> {}
        }
        return measures;
    }

    private static Map<String, String> dimensions(Registration registration) {
        return Map.of(
                "language", registration.details().language(),
                "source", registration.details().source(),
                "mode", registration.seat().wish().mode().wireName());
    }
}
