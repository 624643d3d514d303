package org.clarion.actions.store;

import java.time.Instant;
import org.clarion.actions.progress.Counted;
import org.clarion.messaging.outbox.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Something that supporters can do, as its store knows it: by its name in addresses and its state. Its document has
 * {@code slug}, {@code status} and {@code closesAt}.
 */
public interface Action extends Aggregate, Counted {

    String slug();

    Enum<?> status();

    /** When it closes by itself; null for never. */
    @Nullable Instant closesAt();

    /** Whether everybody may see it who knows its address. */
    boolean isPublic();
}
