package org.clarion.actions.consent;

import java.time.Instant;
import java.util.Set;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.ConsentChoice.Basis;
import org.clarion.supporters.ConsentChoice.Choice;

/** Choices about updates by email. */
public final class UpdatesConsent {

    public static final String PURPOSE = "updates";

    /** The id of the words that pages show ({@code consent.updates}); new words get a new id, and the old one stays known. */
    public static final String WORDING = "updates-2026-11";

    private static final String CHANNEL = "email";
    /** Those that were ever shown: what names no words is no consent. */
    private static final Set<String> WORDINGS = Set.of(WORDING);

    private UpdatesConsent() {}

    public static boolean isWording(String id) {
        return WORDINGS.contains(id);
    }

    /** What a supporter answered: unticked is an answer too. */
    public static ConsentChoice answer(boolean ticked, String wording, Instant now) {
        return choice(ticked ? Choice.GIVEN : Choice.NOT_GIVEN, wording, now);
    }

    /** What a supporter changed later. */
    public static ConsentChoice change(boolean wanted, Instant now) {
        return choice(wanted ? Choice.GIVEN : Choice.WITHDRAWN, WORDING, now);
    }

    /**
     * What a supporter has said elsewhere.
     *
     * @param wording id of the words that they answered to
     */
    public static ConsentChoice no(String wording, Instant at) {
        return choice(Choice.WITHDRAWN, wording, at);
    }

    private static ConsentChoice choice(Choice choice, String wording, Instant now) {
        return new ConsentChoice(PURPOSE, CHANNEL, choice, Basis.CONSENT, wording, now);
    }
}
