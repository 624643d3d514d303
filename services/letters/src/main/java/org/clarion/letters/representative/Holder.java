package org.clarion.letters.representative;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who holds a seat at a moment, as far as the directory knows. */
public sealed interface Holder {

    record Held(Member member, Term term) implements Holder {}

    /** @param since when the last term ended; null where nobody has held the seat since the directory heard of it */
    record Vacant(@Nullable Instant since) implements Holder {}

    /** No source has said anything about this seat yet: that is not a vacant one. */
    record NotKnown() implements Holder {}
}
