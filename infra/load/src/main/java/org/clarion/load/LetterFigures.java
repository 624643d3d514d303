package org.clarion.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clarion.load.proof.LetterFindings;

/**
 * What a letters drill found out.
 *
 * @param miscounted lines of the dashboard that are not as they should be
 * @param seconds from the first arrival until all was at rest and counted
 */
record LetterFigures(Scene scene, Course course, LetterFindings findings, List<String> miscounted, double seconds) {

    /** @param days on which the changes were made */
    record Scene(long seed, int supporters, int seats, int changes, int days) {}

    /**
     * @param reworded people who changed their words because they named somebody who is no longer there
     * @param triesRepeated because something was down
     * @param confirmedTwice people who got the mail to confirm twice, as they may when the mail server is killed
     * @param kills by part
     * @param decidedByStaff letters in doubt
     */
    record Course(
            long confirmed,
            long reworded,
            long triesRepeated,
            long confirmedTwice,
            Map<String, Integer> kills,
            int decidedByStaff) {

        Course {
            kills = new TreeMap<>(kills);
        }
    }

    boolean isExact() {
        return course.confirmed() == scene.supporters() && findings.faults().isEmpty() && miscounted.isEmpty();
    }

    String table() {
        var table = new Table()
                .row("Supporters", "%,d in %d constituencies", scene.supporters(), scene.seats())
                .row("Changes", "%d on %d days", scene.changes(), scene.days())
                .row("Kills", "%s", Table.parts(course.kills()))
                .row("Tries repeated", "%,d", course.triesRepeated())
                .row("Confirmed", "%,d; %,d got that mail twice", course.confirmed(), course.confirmedTwice())
                .row("Letters", "%,d", findings.letters())
                .row("Sent", "%,d; %,d mails to offices", findings.sent(), findings.mailsToOffices())
                .row("Held at the end", "%s", Table.parts(findings.held()))
                .row("Held on the way", "%,d, and sent later", findings.heldOnTheWay())
                .row("Told of a hold", "%,d", findings.writersTold())
                .row("Words changed", "%,d", course.reworded())
                .row("In doubt", "%,d, decided by staff", course.decidedByStaff())
                .row("Decided in between", "%,d, while the directory was being told", findings.decidedInBetween())
                .row("Time", "%,.0f s", seconds);
        return table.faults("Faults", findings.faults())
                .faults("Miscounted", miscounted)
                .row("Every letter", isExact() ? "is where it belongs" : "is NOT where it belongs")
                .toString();
    }
}
