package org.clarion.letters.contact;

import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;

/**
 * Where letters to somebody go now.
 *
 * @param address where mail goes; null where none is known, and where staff say that this office takes none
 */
public record Contact(@Nullable String address, State state) {

    public enum State implements WireNamed {
        /** As the source gives it. */
        FINE,
        NONE_KNOWN,
        /** Mail to this very address came back. */
        BOUNCING,
        /** As staff have set it, whatever a source says: an address, or none because this office is written to on paper. */
        BY_HAND
    }

    public boolean canBeMailed() {
        return address != null && (state == State.FINE || state == State.BY_HAND);
    }

    /** Shows the state only, so that an address cannot slip into a log. */
    @Override
    public String toString() {
        return state.wireName();
    }
}
