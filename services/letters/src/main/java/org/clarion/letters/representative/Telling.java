package org.clarion.letters.representative;

import java.time.Instant;
import org.clarion.letters.representative.DirectoryChange.What;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tells the directory something.
 *
 * @param by a member of staff by their address, or a source: {@code file:NAME}, {@code members-api}, {@code returned-letter}
 * @param at when it is told
 * @param asOf when it was so; not after {@code at}
 */
record Telling(String by, Instant at, Instant asOf) {

    static final String RETURNED_LETTER = "returned-letter";

    static Telling now(String by, Instant now) {
        return new Telling(by, now, now);
    }

    DirectoryChange change(What what, @Nullable String before, @Nullable String after) {
        return new DirectoryChange(at, what, before, after, by);
    }
}
