package org.clarion.notifications.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has been tried for a mail. A mail server or an owner that is away leaves no trace here.
 *
 * @param refusals how often the recipient's server refused it for now
 * @param since when the recipient's server, or the address's daily allowance, first stood against it
 * @param waits how often it was put off for another reason
 * @param doubts how often nobody could say whether it was sent
 */
public record Tries(int refusals, @Nullable Instant since, int waits, int doubts) {

    static final Tries NONE = new Tries(0, null, 0, 0);

    Tries refused(Instant now) {
        return new Tries(refusals + 1, since == null ? now : since, waits, doubts);
    }

    Tries limited(Instant now) {
        return new Tries(refusals, since == null ? now : since, waits, doubts);
    }

    Tries waited() {
        return new Tries(refusals, since, waits + 1, doubts);
    }

    Tries doubted() {
        return new Tries(refusals, since, waits, doubts + 1);
    }
}
