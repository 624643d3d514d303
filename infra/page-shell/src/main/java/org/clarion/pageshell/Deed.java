package org.clarion.pageshell;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record of who did what, which stands on a staff page under {@code shell/parts :: deeds}.
 *
 * @param <W> what can be done; each constant has words
 * @param by the address of the member of staff; null for what the platform does by itself
 * @param detail a number that belongs to it, such as a version; null for none
 */
public record Deed<W extends Enum<W>>(
        Instant at, @Nullable String by, W what, @Nullable Long detail) {

    public Deed(Instant at, @Nullable String by, W what) {
        this(at, by, what, null);
    }
}
