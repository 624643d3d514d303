package org.clarion.letters.representative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.clarion.letters.contact.Contact.State;
import org.clarion.letters.representative.DirectoryChange.What;
import org.clarion.letters.representative.Person.Listing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemberTests {

    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
    private static final Telling FILE = Telling.now("file:members.csv", NOW);
    private static final Telling STAFF = Telling.now("ada@example.org", NOW);

    private final Member member = Member.firstHeardOf(person("Ms Ada Vale", "Meadow Party", "ada.vale@example.org"));

    @Test
    void whatIsNewIsTakenOverAndNoted() {
        var next = member.described(person("Dr Ada Reed", "Harbour Party", "ada.reed@example.org"), FILE);

        assertThat(next.name()).isEqualTo("Dr Ada Reed");
        assertThat(next.salutation()).isEqualTo("Dr Reed");
        assertThat(next.history())
                .extracting(DirectoryChange::what)
                .containsExactly(What.NAME, What.PARTY, What.ADDRESS, What.SALUTATION);
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(member.described(person("Ms Ada Vale", "Meadow Party", "ada.vale@example.org"), FILE))
                .isSameAs(member);
    }

    @Test
    void whatASourceDoesNotSayIsNoChange() {
        var silent = new Person(7, "Ms Ada Vale", "Ms Vale", null, new Listing.Untold());

        assertThat(member.described(silent, FILE)).isSameAs(member);
    }

    @Test
    void aSourceMaySayThatThereIsNoAddress() {
        var next = member.described(new Person(7, "Ms Ada Vale", "Ms Vale", null, new Listing.Nothing()), FILE);

        assertThat(next.contact().state()).isEqualTo(State.NONE_KNOWN);
        assertThat(next.contact().canBeMailed()).isFalse();
    }

    @Test
    void aCorrectedSalutationSurvivesEveryImport() {
        var corrected = member.salutedAs("Councillor Vale", STAFF);

        assertThat(corrected.described(person("Dr Ada Reed", null, null), FILE).salutation())
                .isEqualTo("Councillor Vale");
        assertThat(corrected.salutedAs(null, STAFF).salutation()).isEqualTo("Ms Vale");
    }

    @Test
    void anAddressSetByHandSurvivesEveryImport() {
        var byHand = member.reachedByHand("office@example.org", STAFF);

        var next = byHand.described(person("Ms Ada Vale", "Meadow Party", "new@example.org"), FILE);

        assertThat(next.contact().address()).isEqualTo("office@example.org");
        assertThat(next.contact().state()).isEqualTo(State.BY_HAND);
        assertThat(next.contact().canBeMailed()).isTrue();
        assertThat(next.reachedAsListed(STAFF).contact().address()).isEqualTo("new@example.org");
    }

    @Test
    void anOfficeThatTakesNoMailCannotBeMailed() {
        var byHand = member.reachedByHand(null, STAFF);

        assertThat(byHand.contact().state()).isEqualTo(State.BY_HAND);
        assertThat(byHand.contact().canBeMailed()).isFalse();
    }

    @Test
    void aReturnedLetterMarksTheContactOnce() {
        var once = member.bounced("Ada.Vale@Example.org", NOW, FILE);

        assertThat(once.contact().state()).isEqualTo(State.BOUNCING);
        assertThat(once.bounced("ada.vale@example.org", NOW.plusSeconds(60), FILE))
                .isSameAs(once);
    }

    private static Person person(String name, @Nullable String party, @Nullable String address) {
        return new Person(
                7,
                name,
                Salutation.of(name),
                party,
                address == null ? new Listing.Nothing() : new Listing.Address(address));
    }
}
