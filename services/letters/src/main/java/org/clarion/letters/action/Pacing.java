package org.clarion.letters.action;

/**
 * When and how fast letters reach one office.
 *
 * @param perHour the most letters that one office gets in an hour, 1 to {@value #FASTEST}
 * @param fromHour the hour of the day, London, from which letters leave, 0 to 23
 * @param untilHour the hour at which the last has left, up to 24
 * @param weekends whether they leave on Saturdays and Sundays too
 */
public record Pacing(int perHour, int fromHour, int untilHour, boolean weekends) {

    public static final int FASTEST = 1000;

    /** @throws IllegalArgumentException when no letter could ever leave */
    public Pacing {
        if (perHour < 1 || perHour > FASTEST || fromHour < 0 || untilHour > 24 || fromHour >= untilHour) {
            throw new IllegalArgumentException("%d an hour from %d to %d".formatted(perHour, fromHour, untilHour));
        }
    }
}
