package org.clarion.actions.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.ConsentChoice.Choice;
import org.junit.jupiter.api.Test;

class ConsentLedgerTests {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    private final List<ConsentChoice> given = List.of(UpdatesConsent.answer(true, UpdatesConsent.WORDING, NOON));

    @Test
    void theNewestChoiceCounts() {
        assertThat(ConsentLedger.takesUpdates(List.of())).isFalse();
        assertThat(ConsentLedger.takesUpdates(given)).isTrue();
        assertThat(ConsentLedger.takesUpdates(ConsentLedger.and(given, UpdatesConsent.change(false, LATER))))
                .isFalse();
    }

    @Test
    void whoWasNotAskedHasChosenNothing() {
        assertThat(ConsentLedger.and(given, null)).isEqualTo(given);
    }

    @Test
    void whatWasGivenEndsAndStaysOnRecord() {
        var ended = ConsentLedger.endingUpdates(given, LATER);

        assertThat(ended).hasSize(2).startsWith(given.getFirst());
        assertThat(ended.getLast().choice()).isEqualTo(Choice.ENDED);
        assertThat(ended.getLast().at()).isEqualTo(LATER);
    }

    @Test
    void aNoFromElsewhereOvertakesWhatWasSaidBeforeIt() {
        var no = UpdatesConsent.no(UpdatesConsent.WORDING, LATER);

        assertThat(ConsentLedger.hearing(no, given, null)).hasValue(List.of(given.getFirst(), no));
        assertThat(ConsentLedger.hearing(no, List.of(), given.getFirst()))
                .as("so that others hear it from here")
                .hasValue(List.of(no));
        assertThat(ConsentLedger.overtakes(no, given.getFirst())).isTrue();
        assertThat(ConsentLedger.hearing(no, List.of(given.getFirst(), no), null))
                .as("heard before")
                .isEmpty();
    }

    @Test
    void aYesAfterItStands() {
        var no = UpdatesConsent.no(UpdatesConsent.WORDING, NOON.minusSeconds(1));
        var refused = UpdatesConsent.answer(false, UpdatesConsent.WORDING, NOON.minusSeconds(2));
        var earlier = UpdatesConsent.answer(true, UpdatesConsent.WORDING, NOON.minusSeconds(2));

        assertThat(ConsentLedger.hearing(no, given, null)).isEmpty();
        assertThat(ConsentLedger.hearing(no, given, refused)).isEmpty();
        assertThat(ConsentLedger.hearing(no, List.of(), given.getFirst())).isEmpty();
        assertThat(ConsentLedger.hearing(no, given, earlier)).hasValue(given);
    }

    @Test
    void whatWasNotGivenIsNotWithdrawn() {
        var refused = List.of(UpdatesConsent.answer(false, UpdatesConsent.WORDING, NOON));

        assertThat(ConsentLedger.endingUpdates(refused, LATER)).isEqualTo(refused);
        assertThat(ConsentLedger.endingUpdates(List.of(), LATER)).isEmpty();
    }
}
