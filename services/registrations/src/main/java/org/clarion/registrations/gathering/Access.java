package org.clarion.registrations.gathering;

import java.util.Locale;

/** What makes a gathering open to more people. */
public enum Access {
    STEP_FREE,
    HEARING_LOOP,
    CAPTIONS,
    SIGN_LANGUAGE,
    QUIET_ROOM,
    KOSHER,
    LIVESTREAM;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
