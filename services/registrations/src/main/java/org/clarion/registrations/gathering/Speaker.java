package org.clarion.registrations.gathering;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;

/**
 * Somebody who speaks.
 *
 * @param line who they are, in a line
 * @param picture path on this site; null for none
 * @param alternative what the picture shows, for those who do not see it; there is one wherever there is a picture
 */
public record Speaker(
        String name,
        @Nullable String line,
        @Nullable String picture,
        @Nullable String alternative) {

    /** Somebody of whom there is no picture. */
    public Speaker(String name, @Nullable String line) {
        this(name, line, null, null);
    }

    @PersistenceCreator
    public Speaker {
        if (picture != null && (alternative == null || alternative.isBlank())) {
            throw new IllegalArgumentException("a picture without an alternative text");
        }
    }
}
