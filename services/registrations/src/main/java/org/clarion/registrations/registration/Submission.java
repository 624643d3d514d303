package org.clarion.registrations.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.registrations.places.Wish;
import org.jspecify.annotations.Nullable;

/**
 * One filled-in form or API call, checked.
 *
 * @param registrant who registers, within this gathering
 * @param formerly the same under earlier pseudonym keys; mostly none
 * @param invitation the code that was given, within this gathering; null where none is asked for
 * @param edition of the gathering, as it was when somebody registered
 * @param endsAt when the gathering ends, as far as is known
 * @param request id of the request, where the client gave one
 */
record Submission(
        UUID gathering,
        UUID registrant,
        List<UUID> formerly,
        Supporter supporter,
        Details details,
        Wish wish,
        @Nullable UUID invitation,
        int edition,
        Instant endsAt,
        @Nullable UUID request) {

    /** Everything that this supporter may be known as, within the gathering. */
    List<UUID> registrants() {
        var all = new ArrayList<>(formerly);
        all.add(registrant);
        return all;
    }

    boolean isOf(Registration registration) {
        return registrants().contains(registration.registrant());
    }
}
