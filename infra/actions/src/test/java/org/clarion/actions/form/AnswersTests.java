package org.clarion.actions.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.places.Constituencies;
import org.clarion.places.Places;
import org.clarion.supporters.ConsentChoice.Choice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final Constituencies CONSTITUENCIES = new Constituencies();

    private final Answers answers = new Answers(new Homes(Places.sample(CONSTITUENCIES), CONSTITUENCIES));

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
        var home = answers.home(postcode, country, constituency);
        assertThat(answers.flaws()).isEmpty();
        assertThat(home.orElseThrow().constituency()).isEqualTo(expected);
    }

    @Test
    void aForeignPostcodeIsNotKept() {
        assertThat(answers.home("75001", "FR", null)).contains(new Home(null, null, "FR"));
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
        var person = answers.name(name);
        var address = answers.email(email);
        var home = answers.home(postcode, country, constituency);
        assertThat(answers.flaws()).containsExactly(new Flaw(field, what));
        assertThat(List.of(person, address, home))
                .filteredOn(each -> each.isEmpty())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"cy, cy, 0", ", en, 0", "zh-Hant-TW, zh-Hant-TW, 0", "English, en, 1"})
    void aLanguageIsATagOrTheOneOfTheAction(@Nullable String typed, String read, int flaws) {
        assertThat(answers.language(typed, "en")).isEqualTo(read);
        assertThat(answers.flaws()).hasSize(flaws);
    }

    @Test
    void anUntickedBoxIsAnAnswerAndNoBoxIsNone() {
        assertThat(answers.updates(true, UpdatesConsent.WORDING, NOW)
                        .orElseThrow()
                        .choice())
                .isEqualTo(Choice.GIVEN);
        assertThat(answers.updates(false, UpdatesConsent.WORDING, NOW)
                        .orElseThrow()
                        .choice())
                .isEqualTo(Choice.NOT_GIVEN);
        assertThat(answers.updates(null, null, NOW)).isEmpty();
        assertThat(answers.flaws()).isEmpty();
        assertThat(answers.updates(true, " ", NOW)).isEmpty();
        assertThat(answers.updates(true, "words-that-nobody-showed", NOW)).isEmpty();
        var wrong = new Flaw("consent.wording", "wording.wrong");
        assertThat(answers.flaws()).containsExactly(wrong, wrong);
    }

    @Test
    void aRepetitionIsToldByWhatTheClientCallsIt() {
        assertThat(answers.request("a")).isEqualTo(answers.request("a")).isNotEqualTo(answers.request("b"));
        assertThat(answers.request(" ")).isEmpty();
        assertThat(answers.flaws()).isEmpty();
        assertThat(answers.request("a".repeat(256))).isEmpty();
        assertThat(answers.flaws()).containsExactly(new Flaw("Idempotency-Key", "request.wrong"));
    }

    @Test
    void somebodyIsAnotherWithinAnotherActionAndBesideAnother() {
        var here = UUID.randomUUID();
        assertThat(Fingerprint.within(here, "ann", "E14001063"))
                .isEqualTo(Fingerprint.within(here, "ann", "E14001063"))
                .isNotEqualTo(Fingerprint.within(here, "ann", "E14001064"))
                .isNotEqualTo(Fingerprint.within(here, "ann"))
                .isNotEqualTo(Fingerprint.within(UUID.randomUUID(), "ann", "E14001063"));
    }
}
