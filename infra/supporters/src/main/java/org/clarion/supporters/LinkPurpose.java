package org.clarion.supporters;

import java.util.Locale;

/** What a mailed link is for; each service has an enum of its own. */
public interface LinkPurpose {

    /** As {@link Enum#name()}. */
    String name();

    /** A printable ASCII character, never changed once mails carry it. */
    char code();

    /** Its place in an address. */
    default String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
