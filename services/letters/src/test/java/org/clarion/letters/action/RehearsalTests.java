package org.clarion.letters.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clarion.letters.action.Rehearsal.Outcome;
import org.clarion.letters.action.Rehearsal.Row;
import org.clarion.letters.target.Target;
import org.clarion.pageshell.Sought;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RehearsalTests {

    private static final Variant UNREAD = new Variant(
            UUID.randomUUID(),
            "Wales",
            new Readership(Set.of("GB-WLS"), Set.of(), Set.of(), Set.of()),
            null,
            null,
            "Welsh words",
            List.of(),
            null);

    private final Variant thanks = SampleActions.thanks();
    private final Rehearsal rehearsal = new Rehearsal(
            SampleActions.draft().text().with(List.of(UNREAD, thanks)),
            List.of(
                    row("E14001063", Outcome.ARRIVES, null),
                    row("E14001064", Outcome.UNKNOWN, null),
                    row("E14001065", Outcome.ARRIVES, thanks),
                    row("E14001066", Outcome.NO_ADDRESS, thanks)),
            List.of(new Row(Target.entry(UUID.randomUUID()), "Ada Example", null, Outcome.BOUNCING, null, null)));

    @Test
    void everyOutcomeIsCountedThoseOfNobodyToo() {
        assertThat(rehearsal.byOutcome())
                .containsExactly(
                        entry(Outcome.ARRIVES, 2L),
                        entry(Outcome.NO_ADDRESS, 1L),
                        entry(Outcome.BOUNCING, 1L),
                        entry(Outcome.VACANT, 0L),
                        entry(Outcome.UNKNOWN, 1L));
    }

    @Test
    void everyVariantIsCountedInTheOrderInWhichTheyAreTried() {
        assertThat(rehearsal.byVariant()).containsExactly(entry(UNREAD, 0L), entry(thanks, 2L));
        assertThat(rehearsal.basic()).isEqualTo(3);
    }

    @Test
    void whatWouldWaitIsCountedByItsReason() {
        assertThat(rehearsal.troubles())
                .containsExactly(
                        entry(Outcome.NO_ADDRESS, 1L), entry(Outcome.BOUNCING, 1L), entry(Outcome.UNKNOWN, 1L));
    }

    @Test
    void aLetterIsFoundByItsOutcomeAndByItsReader() {
        assertThat(rehearsal.matching(null, new Sought(""))).hasSize(5);
        assertThat(rehearsal.matching(Outcome.ARRIVES, new Sought(""))).hasSize(2);
        assertThat(rehearsal.matching(Outcome.ARRIVES, new Sought("e14001065"))).hasSize(1);
        assertThat(rehearsal.matching(null, new Sought("EXAMPLE")))
                .extracting(Row::outcome)
                .containsExactly(Outcome.BOUNCING);
    }

    private static Row row(String seat, Outcome outcome, @Nullable Variant variant) {
        return new Row(Target.seat(seat), seat, null, outcome, null, variant);
    }
}
