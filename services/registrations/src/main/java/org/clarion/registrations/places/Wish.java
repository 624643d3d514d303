package org.clarion.registrations.places;

import java.util.HashSet;
import java.util.Set;
import org.clarion.registrations.gathering.Mode;

/**
 * What a party wants to come to.
 *
 * @param sessions numbers of sessions, all or none of which the party gets
 * @param heads how many they are, from 1
 */
public record Wish(Set<Integer> sessions, Mode mode, int heads) {

    public Wish {
        sessions = Set.copyOf(sessions);
        if (sessions.isEmpty() || heads < 1) {
            throw new IllegalArgumentException(heads + " heads for " + sessions.size() + " sessions");
        }
    }

    /** The same, to more sessions. */
    public Wish with(Set<Integer> more) {
        var all = new HashSet<>(sessions);
        all.addAll(more);
        return new Wish(all, mode, heads);
    }

    Wish in(Mode other) {
        return new Wish(sessions, other, heads);
    }

    /** Whether nobody behind in the queue loses when a party that asked for {@code other} asks for this instead. */
    boolean isNoMoreThan(Wish other) {
        return mode == other.mode && heads <= other.heads && other.sessions.containsAll(sessions);
    }
}
