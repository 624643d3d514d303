package org.clarion.petitions.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.messaging.outbox.Change;
import org.clarion.pageshell.Deed;
import org.clarion.petitions.petition.Petition.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PetitionTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));
    private static final Duration DAY = Duration.ofHours(24);
    private static final String ADA = "ada@example.org";

    @Test
    void aDraftIsSeenByNobody() {
        var draft = draft(outline()).state();
        assertThat(draft.status()).isEqualTo(Status.DRAFT);
        assertThat(draft.isPublic()).isFalse();
        assertThat(draft.takesSignaturesAt(NOW)).isFalse();
        assertThat(draft.takesConfirmationsAt(NOW, DAY)).isFalse();
        assertThat(PetitionEntry.of(draft)).isNull();
    }

    @Test
    void openingStartsTheSigning() {
        var open = open(outline());
        assertThat(open.opensAt()).isEqualTo(NOW);
        assertThat(open.takesSignaturesAt(NOW)).isTrue();
        assertThat(open.takesSignaturesAt(NOW.minusMillis(1))).isFalse();
        assertThat(open.takesSignaturesAt(LATER.minusMillis(1))).isTrue();
    }

    @Test
    void anOpeningInTheFutureIsKept() {
        var opens = NOW.plus(Duration.ofDays(2));
        var open = draft(outline(opens, LATER)).state().open(ADA, NOW).state();
        assertThat(open.isYetToOpenAt(NOW)).isTrue();
        assertThat(open.takesSignaturesAt(NOW)).isFalse();
        assertThat(open.takesSignaturesAt(opens)).isTrue();
    }

    @Test
    void signingEndsAtTheClosingTimeEvenBeforeAnybodyCloses() {
        var open = open(outline());
        assertThat(open.takesSignaturesAt(LATER)).isFalse();
        assertThat(open.endOfSigning(LATER)).hasValue(LATER);
        assertThat(open.closeInTime(LATER.minusMillis(1))).isEmpty();
        var closed = open.closeInTime(LATER.plusSeconds(9)).orElseThrow().state();
        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.closedAt()).isEqualTo(LATER);
        assertThat(closed.closeInTime(LATER.plusSeconds(9))).isEmpty();
    }

    @Test
    void confirmationsCountForADayAfterTheEndAndNoLonger() {
        var closed = open(outline()).close(ADA, NOW.plusSeconds(60)).state();
        var end = NOW.plusSeconds(60);
        assertThat(closed.takesSignaturesAt(end)).isFalse();
        assertThat(closed.takesConfirmationsAt(end.plus(DAY).minusMillis(1), DAY))
                .isTrue();
        assertThat(closed.takesConfirmationsAt(end.plus(DAY), DAY)).isFalse();
        var archived = closed.archive(ADA, end).state();
        assertThat(archived.takesConfirmationsAt(end.plus(DAY).minusMillis(1), DAY))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void statesFollowEachOtherInOneLineOnly(Status status) {
        for (var next : Status.values()) {
            assertThat(status.leadsTo(next)).isEqualTo(next.ordinal() == status.ordinal() + 1);
        }
    }

    @Test
    void aStepOutOfTurnIsRefused() {
        var draft = draft(outline()).state();
        assertRefused(() -> draft.close(ADA, NOW), Reason.NOT_IN_THAT_STATE);
        assertRefused(() -> draft.archive(ADA, NOW), Reason.NOT_IN_THAT_STATE);
        var closed = open(outline()).close(ADA, NOW).state();
        assertRefused(() -> closed.open(ADA, NOW), Reason.NOT_IN_THAT_STATE);
        assertRefused(() -> closed.edit(outline(), ADA, NOW), Reason.NOT_EDITABLE);
    }

    @Test
    void aPetitionWhoseTimeIsOverIsNotEdited() {
        assertRefused(() -> open(outline()).edit(outline(null, LATER.plus(DAY)), ADA, LATER), Reason.NOT_EDITABLE);
    }

    @Test
    void closingTimesInThePastAreRefused() {
        assertRefused(() -> draft(outline(null, NOW)), Reason.CLOSES_TOO_EARLY);
        assertRefused(() -> draft(outline(LATER, LATER)), Reason.CLOSES_TOO_EARLY);
        var draft = draft(outline()).state();
        assertRefused(() -> draft.open(ADA, LATER), Reason.CLOSES_TOO_EARLY);
    }

    @Test
    void editingADraftMakesNoNewText() {
        var edited =
                draft(outline()).state().edit(outline("Other words"), ADA, NOW).state();
        assertThat(edited.texts()).hasSize(1);
        assertThat(edited.text().markdown()).isEqualTo("Other words");
        assertThat(edited.version()).isEqualTo(2);
    }

    @Test
    void editingAnOpenPetitionMakesANewTextAndKeepsTheOld() {
        var open = open(outline());
        var edited = open.edit(outline("Other words"), ADA, NOW).state();
        assertThat(edited.text().number()).isEqualTo(2);
        assertThat(edited.text().hash()).isNotEqualTo(open.text().hash());
        assertThat(edited.text(1)).hasValue(open.text());
        assertThat(edited.deeds().getLast()).isEqualTo(new Deed<>(NOW, ADA, PetitionDeed.NEW_TEXT, 2L));
    }

    @Test
    void editingOnlyTheSettingsOfAnOpenPetitionMakesNoNewText() {
        var open = open(outline());
        var edited = open.edit(outline(null, LATER.plus(DAY)), ADA, NOW).state();
        assertThat(edited.texts()).isEqualTo(open.texts());
        assertThat(edited.closesAt()).isEqualTo(LATER.plus(DAY));
        assertThat(edited.opensAt()).isEqualTo(open.opensAt());
    }

    @Test
    void theAddressOfAnOpenPetitionStays() {
        var moved = new Outline("elsewhere", "en", "T", "S", "A", "Text", null, 500, null, null);
        assertThat(open(outline()).edit(moved, ADA, NOW).state().slug()).isEqualTo("keep-the-act");
    }

    @Test
    void theRecordSaysWhoDidWhat() {
        var petition = open(outline())
                .close("bo@example.org", NOW)
                .state()
                .archive(ADA, NOW)
                .state();
        assertThat(petition.deeds())
                .extracting(Deed::what)
                .containsExactly(PetitionDeed.DRAFTED, PetitionDeed.OPENED, PetitionDeed.CLOSED, PetitionDeed.ARCHIVED);
        assertThat(petition.deeds().get(2).by()).isEqualTo("bo@example.org");
    }

    @ParameterizedTest
    @CsvSource({"999,", "1000,2500", "1204,2500", "2499,2500", "2500,5000", "999999,1000000", "1000000,2500000"})
    void theGoalStepsUpWhenItIsReached(long total, @Nullable Long next) {
        var raised = open(outline()).reached(total, NOW);
        if (next == null) {
            assertThat(raised).isEmpty();
        } else {
            assertThat(raised.orElseThrow().state().goal()).isEqualTo(next);
            assertThat(raised.orElseThrow().state().reached(total, NOW)).isEmpty();
        }
    }

    @Test
    void theGoalOfAClosedPetitionStays() {
        assertThat(open(outline()).close(ADA, NOW).state().reached(5000, NOW)).isEmpty();
    }

    @Test
    void theHashTellsEveryWordApart() {
        var text = PetitionText.of(1, new Outline("s", "en", "a", "b", "c", "d", null, 1, null, null), NOW);
        var shifted = PetitionText.of(1, new Outline("s", "en", "ab", "", "c", "d", null, 1, null, null), NOW);
        assertThat(text.hash()).matches("[0-9a-f]{64}").isNotEqualTo(shifted.hash());
    }

    private static Petition open(Outline outline) {
        return draft(outline).state().open(ADA, NOW).state();
    }

    private static Change<Petition, PetitionEvent> draft(Outline outline) {
        return Petition.draft(UUID.randomUUID(), outline, ADA, NOW);
    }

    private static Outline outline() {
        return outline(null, LATER);
    }

    private static Outline outline(String text) {
        return new Outline("keep-the-act", "en", "Keep the Act", "Sum", "The Minister", text, null, 1000, null, LATER);
    }

    private static Outline outline(@Nullable Instant opens, @Nullable Instant closes) {
        return new Outline(
                "keep-the-act", "en", "Keep the Act", "Sum", "The Minister", "Words", null, 1000, opens, closes);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable step, Reason reason) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        ActionRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
