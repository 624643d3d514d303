package org.clarion.petitions.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.PetitionText;
import org.clarion.petitions.signature.Reception.Flaw;
import org.clarion.petitions.signature.Reception.Typed;
import org.clarion.places.Constituencies;
import org.clarion.places.Places;
import org.clarion.supporters.ConsentChoice.Choice;
import org.clarion.supporters.Pseudonyms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptionTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final Constituencies CONSTITUENCIES = new Constituencies();
    private static final String NEW = "k2:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OLD =
            "k1:" + Base64.getEncoder().encodeToString("an earlier key of thirty-two byte".getBytes());

    private final Reception reception = reception(NEW);

    @ParameterizedTest
    @CsvSource({
        "AB42 4EL, GB, , S14000062", // in the sample
        "ab424el, , , S14000062", // no country: a postcode is one of the United Kingdom
        "ZE99 9ZZ, GB, , ", // unknown
        "BT1 1AA, GB, , ", // Northern Ireland is not in open data
        "BT1 1AA, GB, N05000001, N05000001",
        "AB42 4EL, GB, E14001063, S14000062", // what the postcode says goes first
        ", GB, E14001063, E14001063",
        ", , E14001063, E14001063",
        ", GB, , ",
        "75001, FR, , ",
        "75001, fr, E14001063, ",
    })
    void thePlaceIsKnownByPostcodeOrByChoice(
            @Nullable String postcode,
            @Nullable String country,
            @Nullable String constituency,
            @Nullable String expected) {
        var reading = reception.read(petition(), typed("Ann", "ann@example.org", postcode, country, constituency));
        assertThat(reading.flaws()).isEmpty();
        assertThat(reading.accepted().orElseThrow().details().constituency()).isEqualTo(expected);
    }

    @Test
    void aForeignPostcodeIsNotKept() {
        var reading = reception.read(petition(), typed("Ann", "ann@example.org", "75001", "FR", null));
        assertThat(reading.accepted().orElseThrow().details().by())
                .isEqualTo(new Signatory("Ann", "ann@example.org", null));
    }

    @ParameterizedTest
    @CsvSource({
        ", ann@example.org, AB42 4EL, GB, , name, name.missing",
        "=Ann, ann@example.org, AB42 4EL, GB, , name, name.leading-sign",
        "see example.com, ann@example.org, AB42 4EL, GB, , name, name.link",
        "Ann, , AB42 4EL, GB, , email, email.missing",
        "Ann, ann at example, AB42 4EL, GB, , email, email.wrong",
        "Ann, ann@example.org, 12345, GB, , postcode, postcode.wrong",
        "Ann, ann@example.org, , , , postcode, home.missing",
        "Ann, ann@example.org, , XX, , country, country.wrong",
        "Ann, ann@example.org, , GB, E99999999, constituency, constituency.wrong",
    })
    void everyFlawIsNamed(
            @Nullable String name,
            @Nullable String email,
            @Nullable String postcode,
            @Nullable String country,
            @Nullable String constituency,
            String field,
            String what) {
        var reading = reception.read(petition(), typed(name, email, postcode, country, constituency));
        assertThat(reading.flaws()).containsExactly(new Flaw(field, what));
        assertThat(reading.accepted()).isEmpty();
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
                Places.sample(CONSTITUENCIES),
                CONSTITUENCIES,
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
