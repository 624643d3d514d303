package org.clarion.load.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.clarion.load.members.Chronicle;
import org.clarion.load.members.Roll;
import org.clarion.load.members.Sitting;
import org.clarion.load.people.Signer;
import org.clarion.load.platform.LetterRecord;
import org.clarion.load.platform.LetterRecord.Addressee;
import org.clarion.load.platform.SentMail;
import org.clarion.load.proof.LetterProof.Writer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LetterProofTests {

    private static final String SEAT = "E14001172";
    private static final String ROSA = "rosa@example.org";
    private static final Instant NOON = Instant.parse("2026-06-19T12:00:00Z");
    private static final Addressee ADA = new Addressee("member:1", "Ada Vale", "Dr Vale", "Ada@example.net");

    private final Chronicle chronicle = new Chronicle();
    private final List<LetterRecord> letters = new ArrayList<>();
    private final List<SentMail> mails = new ArrayList<>();

    @BeforeEach
    void tell() {
        tell(
                new Sitting(SEAT, "1", "Ada  Vale", "Dr Ada Vale MP", "Meadow Party", "ada@example.net"),
                NOON.minusSeconds(60));
    }

    @Test
    void findsNothingWhereAllIsWell() {
        letters.add(sent(ADA, NOON));
        mails.add(mail());

        assertThat(faults()).isEmpty();
        assertThat(findings().sent()).isEqualTo(1);
        assertThat(findings().mailsToOffices()).isEqualTo(1);
    }

    @Test
    void findsLettersTooManyAndTooFew() {
        assertThat(faults()).containsExactly(ROSA + " has 0 letters");

        letters.add(sent(ADA, NOON));
        letters.add(sent(ADA, NOON));
        mails.add(mail());
        assertThat(faults()).containsExactly(ROSA + " has 2 letters");
    }

    @Test
    void findsALetterThatNoMailCarried() {
        letters.add(sent(ADA, NOON));

        assertThat(faults()).singleElement().asString().contains("counts as sent, and 0 mails carried it");
    }

    @Test
    void findsAHeldLetterThatLeftAllTheSame() {
        tell(new Sitting(SEAT, null, "Vacant", "Vacant", "Vacant", null), NOON.plusSeconds(60));
        letters.add(letter("HELD", "VACANT", null, null, 1));
        mails.add(mail());
        mails.add(heldMail());

        assertThat(faults()).singleElement().asString().contains("is held vacant, and 1 mails carried it");
    }

    @Test
    void findsALetterToWhoeverWasThereBefore() {
        letters.add(sent(ADA, NOON.plusSeconds(120)));
        mails.add(mail());
        tell(
                new Sitting(SEAT, "2", "Tom Hale", "Tom Hale MP", "Meadow Party", "tom@example.net"),
                NOON.plusSeconds(60));

        assertThat(faults()).singleElement().asString().contains("went to member:1 by the record", SEAT + " member:2");
    }

    @Test
    void findsALetterToAnAddressThatIsNoLongerUsedAndNamesNone() {
        letters.add(sent(new Addressee("member:1", "Ada Vale", "Dr Vale", "former@example.net"), NOON));
        mails.add(mail());

        assertThat(faults())
                .singleElement()
                .asString()
                .contains("went to member:1 by the record")
                .doesNotContain("@");
    }

    @Test
    void findsAnotherEnvelopeAndAnotherSalutation() {
        letters.add(sent(ADA, NOON));
        mails.add(new SentMail(
                "member-2@mp.example.org",
                List.of("member-1@mp.example.org"),
                "Ada Vale",
                "Rosa Kaur",
                ROSA,
                "",
                "",
                mail().text().replace("Dr Vale", "Mr Hale")));

        assertThat(faults())
                .hasSize(2)
                .anyMatch(fault -> fault.contains("has member-2@mp.example.org in its envelope"))
                .anyMatch(fault -> fault.contains("does not begin with the salutation of member:1"));
    }

    @Test
    void findsWordsUnderSomebodyElsesName() {
        letters.add(sent(ADA, NOON));
        mails.add(new SentMail(
                "member-1@mp.example.org",
                List.of("member-1@mp.example.org"),
                "Ada Vale",
                "Rosa Kaur",
                ROSA,
                "",
                "",
                mail().text().replace("Rosa Kaur", "Sam Wood")));

        assertThat(faults())
                .singleElement()
                .asString()
                .contains("does not end with the name and address of its writer");
    }

    @Test
    void findsAHoldWithoutAReason() {
        letters.add(letter("HELD", "VACANT", null, null, 1));
        mails.add(heldMail());

        assertThat(faults()).singleElement().asString().contains("is held vacant, and the roll says that it could go");
    }

    @Test
    void findsAWriterWhoWasToldForNothing() {
        letters.add(sent(ADA, NOON));
        mails.add(mail());
        mails.add(heldMail());

        assertThat(faults()).singleElement().asString().contains("was never held, and its writer was told that it is");
    }

    @Test
    void findsALetterThatHasNotComeToRest() {
        letters.add(letter("QUEUED", null, null, null, 0));

        assertThat(faults()).singleElement().asString().contains("is queued at the end");
    }

    @Test
    void findsAMailToTheWorldAndDoesNotSayToWhom() {
        letters.add(sent(ADA, NOON));
        mails.add(mail());
        mails.add(new SentMail("ada@example.net", List.of("ada@example.net"), "", "", null, "", "", "Hello"));

        assertThat(faults()).containsExactly("a mail was to leave for an address outside example.org and .test");
    }

    private void tell(Sitting sitting, Instant at) {
        chronicle.told(new Roll(new TreeMap<>(Map.of(SEAT, sitting))), at, at.plusMillis(10));
    }

    private List<String> faults() {
        return findings().faults();
    }

    private LetterFindings findings() {
        var rosa = new Signer("Rosa Kaur", ROSA, "NW1 0AA", "GB", null, false, "poster");
        return new LetterProof(Map.of(ROSA, new Writer(rosa, SEAT)), letters, mails, chronicle).findings();
    }

    private static LetterRecord sent(Addressee to, Instant decidedAt) {
        return letter("SENT", null, to, decidedAt, 0);
    }

    private static LetterRecord letter(
            String status, @Nullable String hold, @Nullable Addressee to, @Nullable Instant decidedAt, int told) {
        return new LetterRecord(UUID.randomUUID(), status, hold, SEAT, ROSA, to, decidedAt, false, null, told);
    }

    private static SentMail mail() {
        return new SentMail(
                "member-1@mp.example.org",
                List.of("member-1@mp.example.org"),
                "Ada Vale",
                "Rosa Kaur",
                ROSA,
                "",
                "",
                "Dear Dr Vale,\n\nPlease.\n\nRosa Kaur\n12 Tidewell Road\nNW1 0AA\n\n-- \nSent by us");
    }

    private static SentMail heldMail() {
        return new SentMail(
                ROSA, List.of(ROSA), "Rosa Kaur", "Us", null, "", "", "See http://localhost/letters/bench/manage/k1.A");
    }
}
