package org.clarion.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clarion.load.proof.LetterFindings;

/**
 * What a letters drill found out.
 *
 * @param miscounted lines of the dashboard that are not as they should be
 * @param seconds from the first arrival until all was at rest and counted
 */
record LetterFigures(Scene scene, Course course, LetterFindings findings, List<String> miscounted, double seconds) {

    private static final int FAULTS_SHOWN = 25;

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
                .row("Kills", "%s", parts(course.kills()))
                .row("Tries repeated", "%,d", course.triesRepeated())
                .row("Confirmed", "%,d; %,d got that mail twice", course.confirmed(), course.confirmedTwice())
                .row("Letters", "%,d", findings.letters())
                .row("Sent", "%,d; %,d mails to offices", findings.sent(), findings.mailsToOffices())
                .row("Held at the end", "%s", findings.held().isEmpty() ? "none" : parts(findings.held()))
                .row("Held on the way", "%,d, and sent later", findings.heldOnTheWay())
                .row("Told of a hold", "%,d", findings.writersTold())
                .row("Words changed", "%,d", course.reworded())
                .row("In doubt", "%,d, decided by staff", course.decidedByStaff())
                .row("Decided in between", "%,d, while the directory was being told", findings.decidedInBetween())
                .row("Time", "%,.0f s", seconds);
        tell("Faults", findings.faults(), table);
        tell("Miscounted", miscounted, table);
        return table.row("Every letter", isExact() ? "is where it belongs" : "is NOT where it belongs")
                .toString();
    }

    private static String parts(Map<String, Integer> parts) {
        return parts.entrySet().stream()
                .map(part -> "%,d %s".formatted(part.getValue(), part.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static void tell(String what, List<String> faults, Table table) {
        table.row(what, "%,d", faults.size());
        faults.stream().limit(FAULTS_SHOWN).forEach(fault -> table.row("", "%s", fault));
    }
}
