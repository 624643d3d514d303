package org.clarion.letters.position;

import java.util.Locale;

/** Where somebody stands on a campaign. That nothing is known is no position: it is the absence of one. */
public enum Position {
    SUPPORTS,
    UNDECIDED,
    OPPOSES,
    /** Was asked and has not said. */
    NO_ANSWER;

    /** As messages files and addresses know it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
