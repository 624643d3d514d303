package org.clarion.gateway.session;

import java.time.Duration;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One browser of one member of staff.
 *
 * @param id hash of what the cookie holds
 */
@Document("sessions")
record Session(@Id String id, String email, Instant startedAt, Instant seenAt) {

    boolean lives(Instant now, Duration idle, Duration longest) {
        return now.isBefore(seenAt.plus(idle)) && now.isBefore(startedAt.plus(longest));
    }
}
