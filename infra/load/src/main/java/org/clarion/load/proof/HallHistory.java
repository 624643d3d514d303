package org.clarion.load.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clarion.load.platform.Hall;
import org.clarion.load.platform.Hall.Claim;
import org.jspecify.annotations.Nullable;

/** What was seen of the places at a gathering from look to look, and what of it should not have been. */
public final class HallHistory {

    private final List<Integer> capacities;
    private final Map<UUID, ClaimCourse> courses = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int capacity;
    private @Nullable Hall latest;
    private int looks;
    private int most;

    /** @param capacities that staff give it, one after the other */
    public HallHistory(List<Integer> capacities) {
        this.capacities = List.copyOf(capacities);
    }

    /** The latest that was seen; 0 for none. */
    public synchronized long version() {
        return latest == null ? 0 : latest.version();
    }

    /** @param at when it was seen, as {@link System#nanoTime()}; what is not newer than what was seen is ignored */
    public synchronized void see(Hall hall, long at) {
        var before = latest;
        long versionBefore = version();
        if (hall.version() <= versionBefore) {
            return;
        }
        looks++;
        most = Math.max(most, hall.taken());
        int room = followCapacity(hall);
        var newlyTaken = follow(hall, at, versionBefore);
        checkRoom(hall, before, room, newlyTaken);
        latest = hall;
    }

    /** Staff have been told that it has the capacity of this number in their list: no other may be in force any more. */
    public synchronized void answered(int number) {
        if (capacity < number) {
            faults.add("staff were told that there are %d places, and the places go by %d"
                    .formatted(capacities.get(number), capacities.get(capacity)));
        }
    }

    /** @return the largest capacity that was in force since the look before */
    private int followCapacity(Hall hall) {
        int newer = capacities.subList(capacity, capacities.size()).indexOf(hall.capacity());
        if (newer < 0) {
            fault(hall, "go by a capacity of %d after %d", hall.capacity(), capacities.get(capacity));
            return hall.capacity();
        }
        int room = Collections.max(capacities.subList(capacity, capacity + newer + 1));
        capacity += newer;
        return room;
    }

    /** @return whose claims take places that took none at the look before */
    private List<Claim> follow(Hall hall, long at, long before) {
        var newlyTaken = new ArrayList<Claim>();
        var gone = new HashMap<>(courses);
        for (var claim : hall.claims()) {
            gone.remove(claim.registration());
            var course = courses.get(claim.registration());
            if (claim.state().takesPlaces()
                    && (course == null || !course.latest().state().takesPlaces())) {
                newlyTaken.add(claim);
            }
            if (course == null) {
                courses.put(claim.registration(), new ClaimCourse(claim, at, hall.version(), before));
            } else {
                checkWay(hall, course, claim);
                course.see(claim, hall.version(), before);
            }
        }
        gone.values().forEach(ClaimCourse::end);
        return newlyTaken;
    }

    private void checkWay(Hall hall, ClaimCourse course, Claim claim) {
        if (course.hasEnded()) {
            fault(hall, "have %s again, whose claim had ended", claim.registration());
        }
        if (course.latest().state().takesPlaces() && !claim.state().takesPlaces()) {
            fault(
                    hall,
                    "took the place of %s away: %s after %s",
                    claim.registration(),
                    claim.state(),
                    course.latest().state());
        }
    }

    /** More than there is room for may be taken only where there was more room, and then nobody gets anything. */
    private void checkRoom(Hall hall, @Nullable Hall before, int room, List<Claim> newlyTaken) {
        if (hall.taken() > Math.max(room, before == null ? 0 : before.taken())) {
            fault(hall, "are %d taken of %d", hall.taken(), room);
        } else if (hall.taken() > room && !newlyTaken.isEmpty()) {
            fault(
                    hall,
                    "are %d taken of %d, and %s got one",
                    hall.taken(),
                    room,
                    newlyTaken.getFirst().registration());
        }
    }

    private void fault(Hall hall, String what, Object... values) {
        faults.add("at version %d the places ".formatted(hall.version()) + what.formatted(values));
    }

    /** What should not have been, a line each. */
    public synchronized List<String> faults() {
        var all = new ArrayList<>(faults);
        for (var course : courses.values()) {
            courses.values().stream()
                    .filter(course::jumped)
                    .findFirst()
                    .ifPresent(earlier -> all.add("%s got a place before %s, who came earlier"
                            .formatted(
                                    course.latest().registration(),
                                    earlier.latest().registration())));
        }
        return all;
    }

    /** When a claim was first seen, as {@link System#nanoTime()}, by registration. */
    public synchronized Map<UUID, Long> firstSeen() {
        var seen = new HashMap<UUID, Long>();
        courses.forEach((registration, course) -> seen.put(registration, course.firstSeenAt()));
        return seen;
    }

    /** How many versions were seen. */
    public synchronized int looks() {
        return looks;
    }

    /** Heads that had a place at the most. */
    public synchronized int most() {
        return most;
    }
}
