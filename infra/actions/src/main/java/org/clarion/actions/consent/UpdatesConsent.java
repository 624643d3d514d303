package org.clarion.actions.consent;

import java.time.Instant;
import java.util.regex.Pattern;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.ConsentChoice.Basis;
import org.clarion.supporters.ConsentChoice.Choice;

/** Choices about updates by email. */
public final class UpdatesConsent {

    public static final String PURPOSE = "updates";

    /** The id of the words that pages show ({@code consent.updates}); new words get a new id. */
    public static final String WORDING = "updates-2026-11";

    private static final String CHANNEL = "email";
    private static final Pattern WORDING_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");

    private UpdatesConsent() {}

    public static boolean isWording(String id) {
        return WORDING_ID.matcher(id).matches();
    }

    /** What a supporter answered: unticked is an answer too. */
    public static ConsentChoice answer(boolean ticked, String wording, Instant now) {
        return choice(ticked ? Choice.GIVEN : Choice.NOT_GIVEN, wording, now);
    }

    /** What a supporter changed later. */
    public static ConsentChoice change(boolean wanted, Instant now) {
        return choice(wanted ? Choice.GIVEN : Choice.WITHDRAWN, WORDING, now);
    }

    private static ConsentChoice choice(Choice choice, String wording, Instant now) {
        return new ConsentChoice(PURPOSE, CHANNEL, choice, Basis.CONSENT, wording, now);
    }
}
