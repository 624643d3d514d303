package org.clarion.letters.position;

import org.clarion.servicedefaults.WireNamed;

/** Where somebody stands on a campaign. That nothing is known is no position: it is the absence of one. */
public enum Position implements WireNamed {
    SUPPORTS,
    UNDECIDED,
    OPPOSES,
    /** Was asked and has not said. */
    NO_ANSWER
}
