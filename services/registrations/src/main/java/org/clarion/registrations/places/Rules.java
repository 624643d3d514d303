package org.clarion.registrations.places;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What of a gathering decides about its places.
 *
 * @param version of the gathering: older ones never replace newer ones
 * @param rooms one for each session
 */
record Rules(long version, Stage stage, Set<Mode> modes, List<Room> rooms) {

    enum Stage {
        /** It is to take place. */
        ON,
        /** It has taken place. */
        OVER,
        CALLED_OFF
    }

    /**
     * A session.
     *
     * @param inPerson how many heads there is room for; null where nobody counts
     */
    record Room(
            int session,
            Instant startsAt,
            @Nullable Integer inPerson,
            @Nullable Integer online) {

        @Nullable Integer capacity(Mode mode) {
            return switch (mode) {
                case IN_PERSON -> inPerson;
                case ONLINE -> online;
            };
        }
    }

    /** Before any gathering is known. */
    static final Rules NONE = new Rules(0, Stage.ON, Set.of(), List.of());

    Rules {
        modes = Set.copyOf(modes);
        rooms = List.copyOf(rooms);
    }

    static Rules of(Gathering gathering) {
        var rooms = gathering.programme().sessions().stream()
                .map(session -> new Room(
                        session.number(),
                        session.startsAt(),
                        gathering.capacity(session, Mode.IN_PERSON),
                        gathering.capacity(session, Mode.ONLINE)))
                .toList();
        var stage = switch (gathering.status()) {
            case DRAFT, OPEN, CLOSED -> Stage.ON;
            case PAST -> Stage.OVER;
            case CANCELLED -> Stage.CALLED_OFF;
        };
        return new Rules(gathering.version(), stage, gathering.setting().modes(), rooms);
    }

    Optional<Room> room(int session) {
        return rooms.stream().filter(room -> room.session() == session).findFirst();
    }

    boolean allow(Wish wish) {
        return modes.contains(wish.mode())
                && wish.sessions().stream().allMatch(session -> room(session).isPresent());
    }

    /** When the next of these sessions begins; empty once all have. */
    Optional<Instant> nextStart(Wish wish, Instant now) {
        return rooms.stream()
                .filter(room -> wish.sessions().contains(room.session()))
                .map(Room::startsAt)
                .filter(start -> start.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** Numbers of the sessions that are yet to begin. */
    Set<Integer> toCome(Instant now) {
        return rooms.stream()
                .filter(room -> room.startsAt().isAfter(now))
                .map(Room::session)
                .collect(Collectors.toSet());
    }

    /** What of it is yet to begin; empty where nothing is. */
    Optional<Wish> toCome(Wish wish, Instant now) {
        var sessions = new HashSet<>(wish.sessions());
        sessions.retainAll(toCome(now));
        return sessions.isEmpty() ? Optional.empty() : Optional.of(new Wish(sessions, wish.mode(), wish.heads()));
    }

    boolean hasBegun(int session, Instant now) {
        return room(session).map(room -> !room.startsAt().isAfter(now)).orElse(true);
    }

    /** The one mode that is left, where there is only one. */
    Optional<Mode> onlyMode() {
        return modes.size() == 1 ? modes.stream().findFirst() : Optional.empty();
    }
}
