package org.clarion.letters.representative;

import java.util.List;
import java.util.stream.Stream;
import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;

/**
 * What a source left open, so that the directory stays as it is there.
 *
 * @param shown what the words show
 */
record Remark(Kind kind, List<String> shown) {

    enum Kind implements WireNamed {
        /** Somebody without a number, or without a constituency. */
        NOBODY_OR_NOWHERE,
        CODE_NOT_LEARNT,
        TWO_MEMBERS_AT_ONCE,
        NO_USABLE_NAME,
        NOTHING_SAYS_THEY_LEFT
    }

    Remark {
        shown = List.copyOf(shown);
    }

    static Remark of(Kind kind, @Nullable Object... shown) {
        return new Remark(kind, Stream.of(shown).map(String::valueOf).toList());
    }
}
