package org.clarion.notifications.sending;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A worker's hold on some mails. Valid for as long as the store has been told so. */
final class Lease {

    private final UUID token;
    private final List<UUID> mails;
    private volatile Instant until;

    Lease(UUID token, List<UUID> mails, Instant until) {
        this.token = token;
        this.mails = mails;
        this.until = until;
    }

    UUID token() {
        return token;
    }

    List<UUID> mails() {
        return mails;
    }

    Instant until() {
        return until;
    }

    boolean isValid(Instant now) {
        return now.isBefore(until);
    }

    void extend(Instant until) {
        this.until = until;
    }
}
