package org.clarion.registrations.gathering;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where it happens and for how many.
 *
 * @param venue null for one that is online alone
 * @param joining address at which to join, only ever told to those who have a place
 */
public record Setting(
        Set<Mode> modes, @Nullable Venue venue, @Nullable String joining, Capacity capacity, Set<Access> access) {

    public Setting {
        if (modes.isEmpty()) {
            throw new IllegalArgumentException("a gathering is in person, online or both");
        }
        modes = Set.copyOf(EnumSet.copyOf(modes));
        access = Set.copyOf(access);
    }

    public boolean isInPerson() {
        return modes.contains(Mode.IN_PERSON);
    }

    boolean isAtTheSamePlaceAs(Setting other) {
        return modes.equals(other.modes) && Venue.isSamePlace(venue, other.venue);
    }

    /** As it is once nobody comes in person any more. */
    Setting online(String joining) {
        return new Setting(Set.of(Mode.ONLINE), null, joining, new Capacity(null, capacity.online()), access);
    }
}
