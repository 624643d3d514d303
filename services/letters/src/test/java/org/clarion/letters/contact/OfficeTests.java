package org.clarion.letters.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.clarion.letters.contact.Contact.State;
import org.junit.jupiter.api.Test;

class OfficeTests {

    private static final Instant SENT = Instant.parse("2026-06-01T09:00:00Z");

    private final Office office = Office.listed("ada.vale@example.org");

    @Test
    void aNewAddressIsFineEvenIfTheOldOneBounced() {
        var moved = office.bounced("ada.vale@example.org", SENT).listing("vale@example.org");

        assertThat(moved.contact()).isEqualTo(new Contact("vale@example.org", State.FINE));
    }

    @Test
    void theBounceOfAnAddressThatIsNoLongerUsedChangesNothing() {
        assertThat(office.bounced("older@example.org", SENT)).isSameAs(office);
    }

    @Test
    void anAddressThatStaffSayWorksIsNotMarkedByALetterThatWasSentBefore() {
        var works = office.bounced("ada.vale@example.org", SENT).works(SENT.plusSeconds(600));

        assertThat(works.bounced("ada.vale@example.org", SENT.plusSeconds(60))
                        .contact()
                        .state())
                .isEqualTo(State.FINE);
        assertThat(works.bounced("ada.vale@example.org", SENT.plusSeconds(700))
                        .contact()
                        .state())
                .isEqualTo(State.BOUNCING);
    }

    @Test
    void anAddressSetByHandCanBounceToo() {
        var byHand = office.setByHand("other@example.org").bounced("other@example.org", SENT);

        assertThat(byHand.contact().state()).isEqualTo(State.BOUNCING);
        assertThat(byHand.followingTheSource().contact().state()).isEqualTo(State.FINE);
    }

    @Test
    void bothAddressesBelongToTheOffice() {
        assertThat(office.setByHand("Other+x@Example.org").mailboxes())
                .containsExactly("ada.vale@example.org", Office.canonical("other+x@example.org"));
    }

    @Test
    void nothingOfAnAddressSlipsIntoALog() {
        assertThat(office.toString()).doesNotContain("vale");
        assertThat(office.contact().toString()).doesNotContain("vale");
    }
}
