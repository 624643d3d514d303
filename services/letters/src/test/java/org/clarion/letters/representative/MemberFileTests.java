package org.clarion.letters.representative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.clarion.letters.representative.Person.Listing;
import org.clarion.letters.representative.Register.Empty;
import org.clarion.letters.representative.Register.Taken;
import org.clarion.letters.sheet.BrokenSheet;
import org.clarion.places.Constituencies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberFileTests {

    private static final Constituencies CONSTITUENCIES = new Constituencies();
    private static final String HEADING =
            "pcon_name,pcon_code,member_id,full_title,display_as,party_text,member_email\n";
    private static final String ALDERSHOT =
            "Aldershot,E14001063,7,Ms Ada Vale MP,Ms Ada Vale,Meadow Party,ada.vale@example.org\n";

    @Test
    void aLineIsASeatAndItsMember() {
        assertThat(read(HEADING + ALDERSHOT).rows())
                .containsExactly(new Taken(
                        "E14001063",
                        new Person(
                                7,
                                "Ms Ada Vale",
                                "Ms Vale",
                                "Meadow Party",
                                new Listing.Address("ada.vale@example.org")),
                        null,
                        null));
    }

    @Test
    void aSeatCanBeVacant() {
        assertThat(read(HEADING + "Aldershot,E14001063,Vacant,Vacant,Vacant,Vacant,No email found\n")
                        .rows())
                .containsExactly(new Empty("E14001063", null));
    }

    @ParameterizedTest
    @CsvSource({"No email found", "''", "no EMAIL found"})
    void aMemberCanHaveNoAddress(String email) {
        assertThat(listing(email)).isEqualTo(new Listing.Nothing());
    }

    @Test
    void ofTwoAddressesTheFirstIsTaken() {
        assertThat(listing("office@example.org; other@example.org"))
                .isEqualTo(new Listing.Address("office@example.org"));
    }

    @Test
    void columnsGoByNameAndMayBeFewer() {
        var rows = read("display_as,member_id,anything,pcon_code\nAda  Vale,7,x,E14001063\n")
                .rows();

        assertThat(rows)
                .containsExactly(new Taken(
                        "E14001063", new Person(7, "Ada Vale", "Ada Vale", null, new Listing.Untold()), null, null));
    }

    @Test
    void aRecodedScottishSeatGoesByItsNewCodeWhateverItIsCalled() {
        var rows = read(HEADING + "Another Spelling,S14000006,7,x,Ada Vale,,\n").rows();

        assertThat(rows.getFirst().seat()).isEqualTo("S14000107");
    }

    @ParameterizedTest
    @CsvSource({
        "'Aldershot,E14009999,8,x,John Reed,,', no-constituency",
        "'Aldershot,E14001063,8,x,John Reed,,', seat-twice",
        "'Anywhere,E14001064,7,x,Ada Vale,,', member-twice",
        "'Anywhere,E14001064,seven,x,Ada Vale,,', no-member-id",
        "'Anywhere,E14001064,,x,Ada Vale,,', no-member-id",
        "'Anywhere,E14001064,8,x,,,', no-name",
        "'Anywhere,E14001064,8,x,=1+1,,', no-name",
        "'Anywhere,E14001064,8,x,John Reed,,john.reed', no-address",
        "'Anywhere,E14001064,8,x,John Reed,', columns",
    })
    void oneBrokenLineBreaksTheFileAndIsNamed(String line, String words) {
        assertThatThrownBy(() -> read(HEADING + ALDERSHOT + line + "\n"))
                .isInstanceOfSatisfying(BrokenSheet.class, broken -> {
                    assertThat(broken.line()).isEqualTo(3);
                    assertThat(broken.getCodes()).containsExactly("sheet." + words);
                });
    }

    @Test
    void theOldAndTheNewCodeOfASeatAreOneSeat() {
        assertThatThrownBy(() -> read(HEADING + "x,S14000006,7,x,Ada Vale,,\nx,S14000107,8,x,John Reed,,\n"))
                .isInstanceOfSatisfying(
                        BrokenSheet.class, broken -> assertThat(broken.line()).isEqualTo(3));
    }

    @Test
    void aFileWithoutTheColumnsIsNone() {
        assertThatThrownBy(() -> read("postcode,constituency\nSW1A 0AA,E14001172\n"))
                .isInstanceOfSatisfying(
                        BrokenSheet.class,
                        broken -> assertThat(broken.getArguments()).containsExactly("1", "pcon_code"));
    }

    private static Listing listing(String email) {
        var rows = read(HEADING + "Aldershot,E14001063,7,x,Ada Vale,,\"" + email + "\"\n")
                .rows();
        return ((Taken) rows.getFirst()).person().listing();
    }

    private static Register read(String text) {
        return new MemberFile("members.csv", text.getBytes(StandardCharsets.UTF_8), CONSTITUENCIES).read(Map.of());
    }
}
