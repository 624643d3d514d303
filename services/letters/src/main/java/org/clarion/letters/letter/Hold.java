package org.clarion.letters.letter;

import org.clarion.servicedefaults.WireNamed;

/** Why a letter waits without a turn. */
public enum Hold implements WireNamed {
    /** Nobody sits in the seat, or the entry is gone from its list. */
    VACANT,
    /** No source has said yet who sits in the seat. */
    NOT_KNOWN,
    NO_ADDRESS,
    BOUNCING,
    STAFF,
    /** Parliament is dissolved. */
    ELECTION,
    PAUSED,
    /** The supporter's own words name somebody who is no longer behind the target: they are asked to change them. */
    NAME_IN_TEXT;

    /** Whether the supporter is written to: not about what staff do for an hour. */
    boolean isTold() {
        return switch (this) {
            case VACANT, NOT_KNOWN, NO_ADDRESS, BOUNCING, ELECTION -> true;
            case STAFF, PAUSED, NAME_IN_TEXT -> false;
        };
    }
}
