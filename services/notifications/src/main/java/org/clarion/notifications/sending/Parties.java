package org.clarion.notifications.sending;

import org.clarion.supporters.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Between whom a mail goes.
 *
 * @param name of the recipient; null where nobody knows
 * @param writer in whose name it is sent; null for the platform itself
 * @param insteadOf for whom it was meant, where the owner has put another address in its place
 */
record Parties(
        EmailAddress to,
        @Nullable String name,
        @Nullable Writer writer,
        @Nullable String insteadOf) {

    /** @param replyTo gets the answers */
    record Writer(String name, EmailAddress replyTo) {}

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "Parties";
    }
}
