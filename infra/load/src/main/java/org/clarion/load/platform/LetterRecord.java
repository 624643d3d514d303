package org.clarion.load.platform;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its service keeps it, as far as a drill looks.
 *
 * @param status in capitals, as stored
 * @param hold why it is held; null unless it is
 * @param seat to which it is addressed
 * @param supporter mail address of who wrote it
 * @param to who was chosen to get it; null before
 * @param decidedAt when that was; null before
 * @param underWay whether a mail is to carry it whose end has not been heard of
 * @param waitingSince null where it does not wait
 * @param toldOfHolds how many mails were asked for to say that it is held
 */
public record LetterRecord(
        UUID id,
        String status,
        @Nullable String hold,
        String seat,
        String supporter,
        @Nullable Addressee to,
        @Nullable Instant decidedAt,
        boolean underWay,
        @Nullable Instant waitingSince,
        int toldOfHolds) {

    private static final Set<String> OUT = Set.of("SENT", "DELIVERED", "REPLIED");

    /**
     * @param key of the person, such as {@code member:172}
     * @param address as the directory has it; null where it is not kept
     */
    public record Addressee(
            String key,
            String name,
            String salutation,
            @Nullable String address) {

        /** Says nothing of the address: it may be a real one. */
        @Override
        public String toString() {
            return key;
        }
    }

    /** The mail server has taken it. */
    public boolean isOut() {
        return OUT.contains(status);
    }

    public boolean isHeld() {
        return status.equals("HELD");
    }

    /** Nobody can say whether it was sent. */
    public boolean isInDoubt() {
        return status.equals("UNKNOWN");
    }

    /** In words for a line of a report. */
    public String says() {
        return (isHeld() ? status + " " + hold : status)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }
}
