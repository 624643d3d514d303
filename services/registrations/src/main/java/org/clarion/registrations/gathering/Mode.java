package org.clarion.registrations.gathering;

import java.util.Locale;

/** The way in which somebody takes part. */
public enum Mode {
    IN_PERSON,
    ONLINE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
