package org.clarion.load.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clarion.load.people.Party;
import org.clarion.load.people.Party.OnOffer;
import org.clarion.load.people.Signer;
import org.clarion.load.platform.Hall;
import org.clarion.load.platform.Hall.Claim;
import org.clarion.load.platform.Hall.State;
import org.clarion.load.platform.RegistrationRecord;
import org.clarion.load.platform.SentMail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeatProofTests {

    private static final String ROSA = "rosa@example.org";
    private static final UUID ID = new UUID(0, 1);
    private static final long VERSION = 7;
    private static final int PLACES = 3;

    private Party party = party(false, OnOffer.TAKE);
    private final List<Claim> claims = new ArrayList<>();
    private final List<RegistrationRecord> registrations = new ArrayList<>();
    private final List<SentMail> mails = new ArrayList<>();
    private int owed;

    @Test
    void hasNothingToSayWhereAllAgree() {
        stands("CONFIRMED", State.GIVEN, "Please confirm your place: X", "Your place: X");

        assertThat(findings().faults()).isEmpty();
        assertThat(findings().states()).isEqualTo(Map.of("confirmed", 1));
        assertThat(findings().mails()).containsEntry("ticket", 1).containsEntry("offer", 0);
        assertThat(findings().taken()).isEqualTo(2);
    }

    @Test
    void knowsTheWayFromTheQueueToATicket() {
        stands(
                "CONFIRMED",
                State.GIVEN,
                "Please confirm: waiting list for X",
                "You are on the waiting list: X",
                "A place for you: X",
                "Your place: X");

        assertThat(findings().faults()).isEmpty();
    }

    @Test
    void findsSomebodyWithoutARegistration() {
        assertThat(findings().faults()).containsExactly("rosa@example.org has 0 registrations");
    }

    @Test
    void findsAClaimOfNobody() {
        stands("CONFIRMED", State.GIVEN, "Please confirm your place: X", "Your place: X");
        claims.add(new Claim(new UUID(0, 2), State.GIVEN, 1, 2, VERSION));

        assertThat(findings().faults()).singleElement().asString().contains("who did not register");
    }

    @Test
    void findsARegistrationThatThePlacesContradict() {
        stands("CONFIRMED", State.WAITING, "Please confirm your place: X", "Your place: X");

        assertThat(findings().faults())
                .anyMatch(fault ->
                        fault.contains("is confirmed, and the places say Claim[") && fault.contains("state=WAITING"));
    }

    @Test
    void findsADecisionThatWasNotTaken() {
        stands("CONFIRMED", State.GIVEN, "Please confirm your place: X", "Your place: X");
        claims.set(0, new Claim(ID, State.GIVEN, 2, 1, VERSION + 1));
        owed = 1;

        assertThat(findings().faults())
                .hasSize(2)
                .anyMatch(fault -> fault.contains("took version 7, and the places say Claim["))
                .anyMatch(fault -> fault.equals("1 decisions wait to be taken by their registrations"));
    }

    @Test
    void findsAnotherNumberOfHeads() {
        stands("CONFIRMED", State.GIVEN, "Please confirm your place: X", "Your place: X");
        claims.set(0, new Claim(ID, State.GIVEN, 1, 1, VERSION));

        assertThat(findings().faults()).singleElement().asString().contains("is for 2, its claim for 1");
    }

    @Test
    void findsWhatIsUndecidedOrUnsent() {
        stands("CONFIRMED", State.GIVEN, "Please confirm your place: X", "Your place: X");
        registrations.set(0, new RegistrationRecord(ID, ROSA, "CONFIRMED", 2, "poster", VERSION, false));

        assertThat(findings().faults()).singleElement().asString().contains("yet to be decided or sent");
    }

    @Test
    void findsWhatIsNoAnswerAtAll() {
        stands("AWAITING_CONFIRMATION", State.HELD, "Please confirm your place: X");

        assertThat(findings().faults()).singleElement().asString().contains("is awaiting-confirmation at the end");
    }

    @Test
    void findsSomebodyWhoWantedToCancelAndSomebodyWhoDidNot() {
        party = party(true, OnOffer.TAKE);
        stands("CONFIRMED", State.GIVEN, "Please confirm your place: X", "Your place: X");
        assertThat(findings().faults()).singleElement().asString().contains("is confirmed, and its party cancels");

        party = party(false, OnOffer.TAKE);
        stands("CANCELLED", null, "Please confirm your place: X", "Your place: X", "Cancelled: X");
        assertThat(findings().faults()).singleElement().asString().contains("nobody asked for that");
    }

    @Test
    void knowsWhatBecomesOfAnOffer() {
        String[] offered = {"Please confirm your place: X", "A place for you: X"};
        stands("OFFERED", State.OFFERED, offered);
        assertThat(findings().faults()).singleElement().asString().contains("its party answers offers");

        party = party(false, OnOffer.LEAVE);
        assertThat(findings().faults()).isEmpty();

        party = party(false, OnOffer.DECLINE);
        assertThat(findings().faults()).singleElement().asString().contains("its party cancels");
        stands("CANCELLED", null, "Please confirm your place: X", "A place for you: X", "Cancelled: X");
        assertThat(findings().faults()).isEmpty();
    }

    @Test
    void findsASecondMailAMissingOneAndAFalseOne() {
        stands(
                "WAITING",
                State.WAITING,
                "Please confirm: waiting list for X",
                "Please confirm: waiting list for X",
                "Your place: X");
        claims.add(new Claim(new UUID(0, 2), State.GIVEN, PLACES, 2, VERSION));

        assertThat(findings().faults())
                .anyMatch(fault -> fault.endsWith("is waiting, and 2 mails say \"confirm\""))
                .anyMatch(fault -> fault.endsWith("is waiting, and 0 mails say \"waiting\""))
                .anyMatch(fault -> fault.endsWith("is waiting, and 1 mails say \"ticket\""));
    }

    @Test
    void findsACopyAndAMailThatNothingAsksFor() {
        stands("CONFIRMED", State.GIVEN, "Please confirm your place: X", "Your place: X", "Changed: X");
        mails.add(mails.getLast());

        assertThat(findings().faults())
                .anyMatch(fault -> fault.endsWith("got the mail <3@example.org> twice"))
                .anyMatch(fault -> fault.endsWith("got a mail that nothing asks for: Changed: X"));
    }

    @Test
    void findsAFreePlaceForWhichSomebodyWaits() {
        stands("WAITING", State.WAITING, "Please confirm your place: X", "You are on the waiting list: X");

        assertThat(findings().faults()).containsExactly("3 places are free, and %s waits for 2".formatted(ID));
    }

    @Test
    void findsMoreHeadsThanPlaces() {
        stands("CONFIRMED", State.GIVEN, "Please confirm your place: X", "Your place: X");
        claims.add(new Claim(new UUID(0, 2), State.GIVEN, 2, 2, VERSION));

        assertThat(findings().faults()).contains("4 heads have a place, and there are 3");
    }

    /** Replaces what stood before. */
    private void stands(String status, @Nullable State claim, String... subjects) {
        claims.clear();
        registrations.clear();
        mails.clear();
        if (claim != null) {
            claims.add(new Claim(ID, claim, 2, 1, VERSION));
        }
        registrations.add(new RegistrationRecord(ID, ROSA, status, 2, "poster", VERSION, true));
        for (var subject : subjects) {
            mails.add(new SentMail(
                    ROSA,
                    List.of(ROSA),
                    "Rosa Kaur",
                    "Us",
                    null,
                    "<%d@example.org>".formatted(1 + mails.size()),
                    subject,
                    ""));
        }
    }

    private SeatFindings findings() {
        return new SeatProof(Map.of(ROSA, party), new Hall(VERSION, PLACES, claims, owed), registrations, mails)
                .findings();
    }

    private static Party party(boolean cancels, OnOffer onOffer) {
        return new Party(new Signer("Rosa Kaur", ROSA, null, "GB", null, false, "poster"), 2, cancels, onOffer);
    }
}
