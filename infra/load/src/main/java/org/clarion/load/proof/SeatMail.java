package org.clarion.load.proof;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.clarion.load.platform.SentMail;

/** What the mails about a registration say, by how their subjects begin. */
enum SeatMail {
    CONFIRM("Please confirm"),
    TICKET("Your place: "),
    WAITING("You are on the waiting list: "),
    OFFER("A place for you: "),
    CANCELLED("Cancelled: ");

    private final String beginning;

    SeatMail(String beginning) {
        this.beginning = beginning;
    }

    static Optional<SeatMail> of(SentMail mail) {
        return Arrays.stream(values())
                .filter(each -> mail.subject().startsWith(each.beginning))
                .findFirst();
    }

    String says() {
        return name().toLowerCase(Locale.ROOT);
    }
}
