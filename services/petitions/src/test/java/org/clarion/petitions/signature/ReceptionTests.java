package org.clarion.petitions.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.clarion.actions.form.Flaw;
import org.clarion.actions.form.Homes;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.PetitionText;
import org.clarion.petitions.signature.Reception.Typed;
import org.clarion.places.Constituencies;
import org.clarion.places.Places;
import org.clarion.supporters.ConsentChoice.Choice;
import org.clarion.supporters.Pseudonyms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceptionTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final Constituencies CONSTITUENCIES = new Constituencies();
    private static final String NEW = "k2:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OLD =
            "k1:" + Base64.getEncoder().encodeToString("an earlier key of thirty-two byte".getBytes());

    private final Reception reception = reception(NEW);

    @Test
    void aForeignPostcodeIsNotKept() {
        var reading = reception.read(petition(), typed("Ann", "ann@example.org", "75001", "FR", null));
        assertThat(reading.accepted().orElseThrow().details().by())
                .isEqualTo(new Signatory("Ann", "ann@example.org", null));
    }

    @Test
    void allFlawsAreNamedAtOnce() {
        var reading = reception.read(petition(), typed(null, null, null, null, null));
        assertThat(reading.flaws()).extracting(Flaw::field).containsExactly("name", "email", "postcode");
    }

    @Test
    void aSignatureNamesTheTextThatWasShown() {
        var old = reception.read(petition(), typedFor(1)).accepted().orElseThrow();
        assertThat(old.details().text()).isEqualTo(new SignedText(1, "first"));
        var current = reception.read(petition(), typedFor(null)).accepted().orElseThrow();
        assertThat(current.details().text()).isEqualTo(new SignedText(2, "second"));
        assertThat(reception.read(petition(), typedFor(3)).flaws()).containsExactly(new Flaw("text", "text.wrong"));
    }

    @Test
    void anUntickedBoxIsAnAnswerAndNoBoxIsNone() {
        assertThat(choice(true)).isEqualTo(Choice.GIVEN);
        assertThat(choice(false)).isEqualTo(Choice.NOT_GIVEN);
        assertThat(choice(null)).isNull();
    }

    @Test
    void spellingsOfOneMailboxAreOneSigner() {
        var plain = accepted(reception, "ann@example.org").signer();
        assertThat(accepted(reception, "Ann+petitions@Example.org").signer()).isEqualTo(plain);
        assertThat(accepted(reception, "bo@example.org").signer()).isNotEqualTo(plain);
    }

    @Test
    void oneMailboxIsAnotherSignerUnderAnotherPetition() {
        var typed = typed("Ann", "ann@example.org", null, "GB", null);
        var here = reception.read(petition(), typed).accepted().orElseThrow();
        var there = reception.read(petition(), typed).accepted().orElseThrow();
        assertThat(here.signer()).isNotEqualTo(there.signer());
    }

    @Test
    void whoSignedUnderAnEarlierKeyIsRecognised() {
        var petition = petition();
        var typed = typed("Ann", "ann@example.org", null, "GB", null);
        var before = reception(OLD).read(petition, typed).accepted().orElseThrow();
        var after = reception(NEW + "," + OLD).read(petition, typed).accepted().orElseThrow();
        assertThat(after.signer()).isNotEqualTo(before.signer());
        assertThat(after.formerly()).containsExactly(before.signer());
        assertThat(after.supporter().key()).isEqualTo("k2");
    }

    private @Nullable Choice choice(@Nullable Boolean ticked) {
        var typed = new Typed(
                "Ann", "ann@example.org", null, "GB", null, "en", null, ticked, "updates-2026-11", null, null);
        var choice = reception
                .read(petition(), typed)
                .accepted()
                .orElseThrow()
                .details()
                .choice();
        return choice == null ? null : choice.choice();
    }

    private static Submission accepted(Reception reception, String email) {
        return reception
                .read(PETITION, typed("Ann", email, null, "GB", null))
                .accepted()
                .orElseThrow();
    }

    private static Typed typedFor(@Nullable Integer text) {
        return new Typed("Ann", "ann@example.org", null, "GB", null, "en", null, null, null, text, null);
    }

    private static Typed typed(
            @Nullable String name,
            @Nullable String email,
            @Nullable String postcode,
            @Nullable String country,
            @Nullable String constituency) {
        return new Typed(name, email, postcode, country, constituency, null, null, null, null, null, null);
    }

    private static Reception reception(String keys) {
        return new Reception(
                Pseudonyms.withKeys(keys),
                new Homes(Places.sample(CONSTITUENCIES), CONSTITUENCIES),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static final Petition PETITION = petition();

    private static Petition petition() {
        return new Petition(
                UUID.randomUUID(),
                2,
                "keep-the-act",
                Petition.Status.OPEN,
                null,
                1000,
                NOW,
                null,
                null,
                List.of(text(1, "first"), text(2, "second")),
                List.of());
    }

    private static PetitionText text(int number, String hash) {
        return new PetitionText(number, "en", "Title", "Summary", "The Minister", "Text", hash, NOW);
    }
}
