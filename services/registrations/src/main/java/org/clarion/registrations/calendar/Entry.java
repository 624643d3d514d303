package org.clarion.registrations.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line in somebody's calendar.
 *
 * @param owner whose it is: a registration, or the gathering itself in a feed
 * @param session number of the session; owner and session make the UID, which never changes
 * @param sequence raised whenever the entry changes: a calendar ignores what is not newer
 * @param place where to go; null for nowhere
 * @param page address of the page about it
 */
public record Entry(
        UUID owner,
        int session,
        int sequence,
        String title,
        @Nullable String description,
        Instant startsAt,
        Instant endsAt,
        @Nullable String place,
        String page,
        boolean cancelled) {

    public Entry asCancelled() {
        return new Entry(owner, session, sequence, title, description, startsAt, endsAt, place, page, true);
    }
}
