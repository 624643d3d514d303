package org.clarion.servicedefaults;

import java.util.Locale;

/** A constant that messages, addresses, pages and their words know by a name: {@code IN_PERSON} by {@code in-person}. */
public interface WireNamed {

    /** As {@link Enum#name()}. */
    String name();

    default String wireName() {
        return of(name());
    }

    /** The same of a constant that has no such name of its own. */
    static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
