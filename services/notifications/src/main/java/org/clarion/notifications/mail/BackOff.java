package org.clarion.notifications.mail;

import java.time.Duration;

/** Each time twice as long, up to a longest. */
public record BackOff(Duration first, Duration longest) {

    /** @param times how often it has failed, from 1 */
    public Duration after(int times) {
        var doublings = Math.min(times - 1, 30);
        var wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
