package org.clarion.load.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the letters of a drill.
 *
 * @param sent those that the mail server has taken
 * @param held how many are held, by reason
 * @param heldOnTheWay those that were sent after their writers had been told that they are held
 * @param decidedInBetween those decided just while the platform was being told who sits there
 * @param mailsToOffices with letters of the drill
 * @param writersTold that their letter is held
 * @param faults what should not be, a line each
 */
public record LetterFindings(
        int letters,
        int sent,
        Map<String, Integer> held,
        int heldOnTheWay,
        int decidedInBetween,
        int mailsToOffices,
        int writersTold,
        List<String> faults) {

    public LetterFindings {
        held = new TreeMap<>(held);
        faults = List.copyOf(faults);
    }
}
