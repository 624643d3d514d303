package org.clarion.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clarion.load.proof.SeatFindings;

/**
 * What one part of a seats drill found out.
 *
 * @param run from 1, where the drill runs several times
 * @param faults what was seen of the places on the way and should not have been
 * @param miscounted lines of the dashboard that are not as they should be
 * @param seconds from the first arrival until all was at rest and counted
 */
record SeatFigures(
        int run,
        SeatPart part,
        Scene scene,
        SeatSpeed speed,
        Course course,
        SeatFindings findings,
        List<String> faults,
        List<String> miscounted,
        double seconds) {

    record Scene(long seed, int people, List<Integer> places) {}

    /**
     * @param looks versions of the places that were seen
     * @param most heads that had a place at any of them
     * @param triesRepeated because something was down
     * @param kills by part
     */
    record Course(int looks, int most, long triesRepeated, Map<String, Integer> kills) {

        Course {
            kills = new TreeMap<>(kills);
        }
    }

    boolean isExact() {
        return findings.faults().isEmpty() && faults.isEmpty() && miscounted.isEmpty();
    }

    String table() {
        return new Table()
                .row(
                        "Part " + part.number(),
                        "%,d people for %s places, %s",
                        scene.people(),
                        scene.places(),
                        part.says())
                .row("Decided", "%,d in %.1f s: %,.0f/s", speed.decided(), speed.seconds(), speed.perSecond())
                .row("Until decided", "%s", speed.untilDecided())
                .row("Until told", "%s; %,d within 30 s", speed.untilTold(), speed.toldInTime())
                .row("In the end", "%s", Table.parts(findings.states()))
                .row("Places", "%,d of %,d taken", findings.taken(), findings.capacity())
                .row("Seen on the way", "%,d taken at most, in %,d looks", course.most(), course.looks())
                .row("Mails", "%s", Table.parts(findings.mails()))
                .row("Kills", "%s", Table.parts(course.kills()))
                .row("Tries repeated", "%,d", course.triesRepeated())
                .row("Time", "%,.0f s", seconds)
                .faults("Faults on the way", faults)
                .faults("Faults at the end", findings.faults())
                .faults("Miscounted", miscounted)
                .row("Every answer", isExact() ? "is right" : "is NOT right")
                .toString();
    }

    /** The same in a line. */
    String line() {
        return "run %d, part %d: %s, %,.0f decisions/s, decided after %,.0f ms (99%%), told after %,.0f ms (99%%)"
                .formatted(
                        run,
                        part.number(),
                        isExact() ? "exact" : "NOT EXACT",
                        speed.perSecond(),
                        speed.untilDecided().p99Millis(),
                        speed.untilTold().p99Millis());
    }
}
