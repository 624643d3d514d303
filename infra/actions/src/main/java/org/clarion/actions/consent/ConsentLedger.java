package org.clarion.actions.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.ConsentChoice.Choice;
import org.jspecify.annotations.Nullable;

/** The choices of one supporter in one action, the newest last. None is ever changed or taken out; what counts is the newest. */
public final class ConsentLedger {

    private ConsentLedger() {}

    /** @param choice null where none was asked for */
    public static List<ConsentChoice> and(List<ConsentChoice> ledger, @Nullable ConsentChoice choice) {
        if (choice == null) {
            return ledger;
        }
        var more = new ArrayList<>(ledger);
        more.add(choice);
        return more;
    }

    public static boolean takesUpdates(List<ConsentChoice> ledger) {
        return given(ledger).isPresent();
    }

    /** For somebody who takes part no longer: what they had given is withdrawn with it. */
    public static List<ConsentChoice> endingUpdates(List<ConsentChoice> ledger, Instant now) {
        return given(ledger).map(choice -> and(ledger, withdrawn(choice, now))).orElse(ledger);
    }

    private static Optional<ConsentChoice> given(List<ConsentChoice> ledger) {
        return ledger.reversed().stream()
                .filter(choice -> choice.purpose().equals(UpdatesConsent.PURPOSE))
                .findFirst()
                .filter(choice -> choice.choice() == Choice.GIVEN);
    }

    private static ConsentChoice withdrawn(ConsentChoice choice, Instant now) {
        return new ConsentChoice(
                choice.purpose(), choice.channel(), Choice.WITHDRAWN, choice.basis(), choice.wording(), now);
    }
}
