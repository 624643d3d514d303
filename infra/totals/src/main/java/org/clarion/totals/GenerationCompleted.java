package org.clarion.totals;

/**
 * Says on a partition that all rows of a generation up to now stand before it: readers show that generation from here on.
 *
 * @param generation the one that has caught up
 */
public record GenerationCompleted(int generation) {

    /** Type on the wire. */
    public static final String TYPE = "total.generation-completed.v1";

    /** The same for all generations: after compaction only the newest mark is left. */
    public static final String KEY = "generation";
}
