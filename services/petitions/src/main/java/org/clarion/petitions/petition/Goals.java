package org.clarion.petitions.petition;

/** The steps that a goal takes: 100, 250, 500, 1,000, 2,500 and so on. */
final class Goals {

    private static final long FIRST = 100;

    private Goals() {}

    /** The smallest step above a count. */
    static long after(long count) {
        for (long step = FIRST; ; step *= 10) {
            for (long candidate : new long[] {step, step * 5 / 2, step * 5}) {
                if (candidate > count) {
                    return candidate;
                }
            }
        }
    }
}
