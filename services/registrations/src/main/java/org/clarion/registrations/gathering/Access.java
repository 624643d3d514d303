package org.clarion.registrations.gathering;

import org.clarion.servicedefaults.WireNamed;

/** What makes a gathering open to more people. */
public enum Access implements WireNamed {
    STEP_FREE,
    HEARING_LOOP,
    CAPTIONS,
    SIGN_LANGUAGE,
    QUIET_ROOM,
    KOSHER,
    LIVESTREAM
}
