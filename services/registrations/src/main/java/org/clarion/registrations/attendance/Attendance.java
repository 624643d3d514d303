package org.clarion.registrations.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;

/** Who of a party was seen at the door: every step that staff took, the oldest first. What was taken back stays on record. */
public record Attendance(List<Step> steps) {

    /**
     * What was done with one press of a button.
     *
     * @param heads how many came; below zero where they were taken back
     */
    public record Step(UUID press, Instant at, String by, int session, int heads) {}

    public static final Attendance NONE = new Attendance(List.of());

    public Attendance {
        steps = List.copyOf(steps);
    }

    /** Of a guest who is let in without a ticket: seen from the first. */
    public static Attendance of(Press press, int session, int heads, Instant now) {
        return NONE.and(new Step(press.id(), now, press.by(), session, heads));
    }

    /** How many are there. */
    public int heads(int session) {
        return steps.stream()
                .filter(step -> step.session() == session)
                .mapToInt(Step::heads)
                .sum();
    }

    /** How many are there in each session in which anybody is. */
    public SortedMap<Integer, Integer> bySession() {
        var heads = new TreeMap<Integer, Integer>();
        steps.forEach(step -> heads.merge(step.session(), step.heads(), Integer::sum));
        heads.values().removeIf(each -> each == 0);
        return heads;
    }

    /** How many were seen at all: whoever comes to a second session is the same head. */
    public int seen() {
        return bySession().values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The arrivals that were not taken back, the oldest first. */
    public List<Step> arrivals(int session) {
        var standing = new ArrayList<Step>();
        for (var step : steps) {
            if (step.session() == session) {
                if (step.heads() > 0) {
                    standing.add(step);
                } else {
                    standing.removeLast();
                }
            }
        }
        return standing;
    }

    /** Whether this press was the last thing that was done. */
    public boolean endsWith(UUID press) {
        return !steps.isEmpty() && steps.getLast().press().equals(press);
    }

    /**
     * Some of the party come.
     *
     * @param party how many they are in all
     * @return empty where this very press has been noted
     * @throws ActionRefusal if somebody has been quicker, or there are not so many left to come
     */
    public Optional<Attendance> arrive(Press press, int session, int heads, int party, Instant now) {
        if (isKnown(press)) {
            return Optional.empty();
        }
        checkThatNobodyWasQuicker(press);
        if (heads < 1 || heads(session) + heads > party) {
            throw new ActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        return Optional.of(and(new Step(press.id(), now, press.by(), session, heads)));
    }

    /**
     * Takes the last arrival back: a finger has slipped.
     *
     * @return empty where this very press has been noted
     * @throws ActionRefusal if somebody has been quicker, or nobody is there
     */
    public Optional<Attendance> takeBack(Press press, int session, Instant now) {
        if (isKnown(press)) {
            return Optional.empty();
        }
        checkThatNobodyWasQuicker(press);
        var arrivals = arrivals(session);
        if (arrivals.isEmpty()) {
            throw new ActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        return Optional.of(and(new Step(
                press.id(), now, press.by(), session, -arrivals.getLast().heads())));
    }

    private boolean isKnown(Press press) {
        return steps.stream().anyMatch(step -> step.press().equals(press.id()));
    }

    private void checkThatNobodyWasQuicker(Press press) {
        if (press.seen() != steps.size()) {
            throw new ActionRefusal(Reason.CHANGED_MEANWHILE);
        }
    }

    private Attendance and(Step step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new Attendance(more);
    }
}
