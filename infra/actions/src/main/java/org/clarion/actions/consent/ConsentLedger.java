package org.clarion.actions.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.ConsentChoice.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The choices of one supporter in one action, the newest last; what counts is the newest. None is ever taken out, but a no that is
 * said once more takes the place of the one before.
 */
public final class ConsentLedger {

    private ConsentLedger() {}

    /** @param choice null where none was asked for */
    public static List<ConsentChoice> and(List<ConsentChoice> ledger, @Nullable ConsentChoice choice) {
        if (choice == null) {
            return ledger;
        }
        var more = new ArrayList<>(ledger);
        if (!more.isEmpty() && isNo(choice, choice.purpose()) && isNo(more.getLast(), choice.purpose())) {
            more.removeLast();
        }
        more.add(choice);
        return more;
    }

    /** @param unconfirmed what counts once it is confirmed; null for nothing */
    public static boolean takesUpdates(List<ConsentChoice> ledger, @Nullable ConsentChoice unconfirmed) {
        return takesUpdates(and(ledger, unconfirmed));
    }

    public static boolean takesUpdates(List<ConsentChoice> ledger) {
        return given(ledger).isPresent();
    }

    /** For somebody who takes part no longer: what they had given ends with it. */
    public static List<ConsentChoice> endingUpdates(List<ConsentChoice> ledger, Instant now) {
        return given(ledger).map(choice -> and(ledger, ended(choice, now))).orElse(ledger);
    }

    /**
     * For somebody who has said no elsewhere: what was said before is overtaken, what was said later stands.
     *
     * @param unconfirmed what counts once it is confirmed; null for nothing
     * @return empty where no yes is overtaken
     */
    public static Optional<List<ConsentChoice>> hearing(
            ConsentChoice no, List<ConsentChoice> ledger, @Nullable ConsentChoice unconfirmed) {
        var standing = given(ledger);
        if (standing.isPresent() ? overtakes(no, standing.get()) : overtakes(no, unconfirmed)) {
            return Optional.of(and(ledger, no));
        }
        return overtakes(no, unconfirmed) ? Optional.of(ledger) : Optional.empty();
    }

    public static boolean overtakes(ConsentChoice no, @Nullable ConsentChoice choice) {
        return choice != null && choice.choice() == Choice.GIVEN && choice.at().isBefore(no.at());
    }

    /** The yes that stands; empty where nobody has said it, and where it was taken back. */
    public static Optional<ConsentChoice> given(List<ConsentChoice> ledger) {
        return ledger.reversed().stream()
                .filter(choice -> choice.purpose().equals(UpdatesConsent.PURPOSE))
                .findFirst()
                .filter(choice -> choice.choice() == Choice.GIVEN);
    }

    private static ConsentChoice ended(ConsentChoice choice, Instant now) {
        return new ConsentChoice(
                choice.purpose(), choice.channel(), Choice.ENDED, choice.basis(), choice.wording(), now);
    }

    private static boolean isNo(ConsentChoice choice, String purpose) {
        return choice.choice() == Choice.WITHDRAWN && choice.purpose().equals(purpose);
    }
}
