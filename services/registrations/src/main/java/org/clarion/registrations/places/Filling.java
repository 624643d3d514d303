package org.clarion.registrations.places;

import java.util.ArrayList;
import java.util.List;
import org.clarion.registrations.gathering.Mode;
import org.jspecify.annotations.Nullable;

/**
 * How full a gathering is in one mode, in places over all its sessions.
 *
 * @param capacity null where in one session at least nobody counts
 * @param taken held, given and offered
 */
public record Filling(Mode mode, @Nullable Integer capacity, int taken, int waiting) {

    /** One for each mode, in their order. */
    public static List<Filling> of(List<Standing> standings) {
        var fillings = new ArrayList<Filling>();
        for (var mode : Mode.values()) {
            standings.stream()
                    .filter(each -> each.mode() == mode)
                    .map(each -> new Filling(mode, each.capacity(), each.taken(), each.waiting()))
                    .reduce(Filling::and)
                    .ifPresent(fillings::add);
        }
        return fillings;
    }

    private Filling and(Filling other) {
        return new Filling(
                mode,
                capacity == null || other.capacity == null ? null : capacity + other.capacity,
                taken + other.taken,
                waiting + other.waiting);
    }
}
