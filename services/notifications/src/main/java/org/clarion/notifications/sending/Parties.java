package org.clarion.notifications.sending;

import org.clarion.supporters.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Between whom a mail goes.
 *
 * @param name of the recipient; null where nobody knows
 * @param writer in whose name it is sent; null for the platform itself
 */
record Parties(
        EmailAddress to, @Nullable String name, @Nullable Writer writer) {

    /** @param replyTo gets the answers */
    record Writer(String name, EmailAddress replyTo) {}

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "Parties";
    }
}
