package org.clarion.load.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of those who registered.
 *
 * @param capacity at the end
 * @param taken heads that have a place
 * @param states how many registrations are in each
 * @param mails how many left, by what they say
 * @param faults what should not be, a line each
 */
public record SeatFindings(
        int capacity, int taken, Map<String, Integer> states, Map<String, Integer> mails, List<String> faults) {

    public SeatFindings {
        states = new TreeMap<>(states);
        mails = new TreeMap<>(mails);
        faults = List.copyOf(faults);
    }
}
