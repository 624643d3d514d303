package org.clarion.load.platform;

import java.util.Locale;
import java.util.UUID;

/**
 * A registration as its service keeps it, as far as a drill looks.
 *
 * @param email of who registered
 * @param status in capitals, as stored
 * @param taken version of the places whose decision it has taken; 0 for none yet
 * @param settled whether nothing is undecided about it, and all of its events have been sent
 */
public record RegistrationRecord(
        UUID id, String email, String status, int heads, String source, long taken, boolean settled) {

    /** In words for a line of a report. */
    public String says() {
        return status.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
