package org.clarion.servicedefaults.tokens;

import java.util.Arrays;
import java.util.Optional;
import org.clarion.servicedefaults.WireNamed;

/** What a caller may do; in lower case on the wire and in {@code hasAnyRole}. */
public enum Role implements WireNamed {
    ADMIN,
    CAMPAIGNER,
    EVENTS,
    VIEWER,
    /** Another service of this platform; never a person. */
    SERVICE;

    /** Empty for a name that this version does not know. */
    public static Optional<Role> of(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }

    public boolean isStaff() {
        return this != SERVICE;
    }
}
