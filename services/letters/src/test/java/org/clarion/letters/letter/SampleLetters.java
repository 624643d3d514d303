package org.clarion.letters.letter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.letters.letter.Details.Also;
import org.clarion.letters.target.Target;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.messaging.outbox.Change;
import org.jspecify.annotations.Nullable;

/** Letters in every state, for tests. */
public final class SampleLetters {

    public static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    public static final UUID ACTION = UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0ac01");
    public static final Target SEAT = Target.seat("E14001530");
    public static final Target MINISTER = Target.entry(UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0e001"));
    public static final Addressee OKAFOR =
            new Addressee("member:172", "Nkechi Okafor", "Ms Okafor", "MP for Holborn and St Pancras", null);
    public static final Addressee HALE =
            new Addressee("member:901", "Tom Hale", "Mr Hale", "MP for Holborn and St Pancras", null);
    public static final String BODY = "I nurse at the hospital down the road.\n\nPlease vote against clause 4.";

    private static final Supporter SUPPORTER = new Supporter("jZae727K08KaOmKSgOaGzww_XVqGr_PKEgIMkjrcbJI", "k1");

    private SampleLetters() {}

    static Sender sender(String name) {
        return new Sender(name, "ann@example.org", "7 Leather Lane\nLondon", "EC1N 7TE", "GB");
    }

    static Written text(String body) {
        return new Written("Clause 4", "Dear {salutation},", body, "Yours sincerely,", null);
    }

    static Details details(String name, String body, @Nullable Addressee shown, List<Also> also, boolean updates) {
        return new Details(
                sender(name),
                text(body),
                shown,
                also,
                SEAT.id(),
                "GB",
                "en",
                "direct",
                Details.BASIC,
                UpdatesConsent.answer(updates, UpdatesConsent.WORDING, NOW));
    }

    static Submission submission(Target target, Details details, @Nullable UUID request) {
        return new Submission(ACTION, false, Writing.writerIn(ACTION, SUPPORTER), SUPPORTER, target, details, request);
    }

    static Submission submission(String body, @Nullable UUID request) {
        return submission(SEAT, details("Ann O’Nym", body, OKAFOR, List.of(), true), request);
    }

    static Change<Letter, LetterEvent> first(Submission submission) {
        return Letter.submitted(UUID.randomUUID(), submission, NOW);
    }

    static Letter awaiting() {
        return first(submission(BODY, null)).state();
    }

    static Letter awaitingFor(List<Also> also) {
        return first(submission(SEAT, details("Ann O’Nym", BODY, OKAFOR, also, true), null))
                .state();
    }

    public static Letter queued() {
        return queued(BODY);
    }

    /** @param body the supporter's own words */
    public static Letter queued(String body) {
        return first(submission(body, null)).state().confirm(NOW).orElseThrow().state();
    }

    public static Letter released() {
        return queued().release(NOW).orElseThrow().state();
    }

    public static Letter sent() {
        return sent(queued());
    }

    public static Letter sent(Letter queued) {
        var released = queued.release(NOW).orElseThrow().state();
        var addressed = released.addressedTo(OKAFOR, NOW).orElseThrow().state();
        return addressed.mailSent(released.version(), NOW).orElseThrow().state();
    }

    public static Letter delivered() {
        return sent().delivered(NOW).orElseThrow().state();
    }
}
