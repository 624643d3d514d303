package org.clarion.letters.action;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clarion.letters.position.Position;

/** Letter actions for tests of this and of the other features. */
public final class SampleActions {

    public static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    public static final UUID CAMPAIGN = UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0cc01");
    public static final UUID THANKS = UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0dd01");

    static final String ADA = "ada@example.org";

    private SampleActions() {}

    /** To one's own MP, open since {@link #NOW}, with other words for those who support it. */
    public static LetterAction open() {
        return draft().open(ADA, NOW).state();
    }

    /** The same to people of a list, or to both. */
    public static LetterAction open(Addressing addressing) {
        return LetterAction.draft(UUID.randomUUID(), outline(addressing), ADA, NOW)
                .state()
                .open(ADA, NOW)
                .state();
    }

    public static LetterAction paused() {
        return open().pause(ADA, NOW).state();
    }

    public static LetterAction closed() {
        return open().close(ADA, NOW.plusSeconds(60)).state();
    }

    /** Open, but only tried out. */
    public static LetterAction onTrial() {
        return draft().tryOut(true, ADA, NOW)
                .orElseThrow()
                .state()
                .open(ADA, NOW)
                .state();
    }

    static LetterAction draft() {
        var action = LetterAction.draft(UUID.randomUUID(), outline(Addressing.ownMp()), ADA, NOW)
                .state();
        return action.put(thanks(), ADA, NOW).state();
    }

    static Variant thanks() {
        return new Variant(
                THANKS,
                "Those who support it",
                new Readership(Set.of(), Set.of(), Set.of(), Set.of(Position.SUPPORTS)),
                "Thank you for standing up for a limit",
                null,
                "Thank you for saying that nobody should be held without a date. Please say it in the debate too.",
                List.of(),
                null);
    }

    static Outline outline(Addressing addressing) {
        return new Outline(
                "ask-your-mp",
                "en",
                "Ask your MP for a 28-day limit",
                "Nobody should be locked up without knowing when it ends.",
                "Somebody who is sent to prison **knows the day**.",
                CAMPAIGN,
                addressing,
                wording(),
                null,
                null,
                null);
    }

    static Wording wording() {
        return new Wording(
                null,
                "Please support a 28-day limit",
                "Dear {salutation},",
                "I ask you to support a limit of 28 days on immigration detention.",
                List.of("What does this mean to you?"),
                "I look forward to your answer.\n\nYours sincerely,");
    }
}
