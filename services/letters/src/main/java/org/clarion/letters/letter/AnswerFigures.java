package org.clarion.letters.letter;

import java.util.OptionalDouble;

/**
 * What came back to letters, as their writers say.
 *
 * @param sent letters that went out and did not come back
 * @param told of how many of them the writer has said what came of it
 * @param replied of how many somebody at the office has written, to the point or beside it
 * @param dated of how many answers the day is known
 * @param days from sending to answering, all of those together
 */
public record AnswerFigures(long sent, long told, long replied, long dated, long days) {

    /** Days from sending to answering, on average; empty where no day is known. */
    public OptionalDouble meanDays() {
        return dated == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) days / dated);
    }
}
