package org.clarion.letters.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clarion.letters.action.SampleActions.ADA;
import static org.clarion.letters.action.SampleActions.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.letters.action.LetterAction.Status;
import org.clarion.messaging.envelope.ActionEntry;
import org.clarion.pageshell.Deed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterActionTests {

    private static final Instant LATER = NOW.plus(Duration.ofDays(30));
    private static final Duration DAY = Duration.ofHours(24);
    private static final Reader ANYBODY = new Reader("GB", null, "E14001063", null);

    @Test
    void aDraftIsSeenByNobody() {
        var draft = SampleActions.draft();
        assertThat(draft.isPublic()).isFalse();
        assertThat(draft.takesLettersAt(NOW)).isFalse();
        assertThat(draft.takesConfirmationsAt(NOW, DAY)).isFalse();
        assertThat(LetterActionEntry.of(draft)).isNull();
    }

    @Test
    void openingStartsTheWriting() {
        var open = between(null, LATER).open(ADA, NOW).state();
        assertThat(open.opensAt()).isEqualTo(NOW);
        assertThat(open.takesLettersAt(NOW)).isTrue();
        assertThat(open.takesLettersAt(NOW.minusMillis(1))).isFalse();
        assertThat(open.takesLettersAt(LATER.minusMillis(1))).isTrue();
        assertThat(open.takesLettersAt(LATER)).isFalse();
    }

    @Test
    void anOpeningInTheFutureIsKept() {
        var opens = NOW.plus(Duration.ofDays(2));
        var open = between(opens, LATER).open(ADA, NOW).state();
        assertThat(open.isYetToOpenAt(NOW)).isTrue();
        assertThat(open.takesLettersAt(NOW)).isFalse();
        assertThat(open.takesLettersAt(opens)).isTrue();
    }

    @Test
    void whileItIsPausedNobodyWritesButConfirmationsCount() {
        var paused = SampleActions.paused();
        assertThat(paused.takesLettersAt(NOW)).isFalse();
        assertThat(paused.takesConfirmationsAt(NOW, DAY)).isTrue();
        assertThat(paused.resume(ADA, NOW).state().takesLettersAt(NOW)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void statesFollowEachOtherAsTheLifeOfAnActionDoes(Status status) {
        var next = Map.of(
                Status.DRAFT, Set.of(Status.OPEN),
                Status.OPEN, Set.of(Status.PAUSED, Status.CLOSED),
                Status.PAUSED, Set.of(Status.OPEN, Status.CLOSED),
                Status.CLOSED, Set.of(Status.ARCHIVED),
                Status.ARCHIVED, Set.<Status>of());
        assertThat(Arrays.stream(Status.values()).filter(status::leadsTo))
                .containsExactlyInAnyOrderElementsOf(next.get(status));
    }

    @Test
    void aStepOutOfTurnIsRefused() {
        var draft = SampleActions.draft();
        assertRefused(() -> draft.pause(ADA, NOW), Reason.NOT_IN_THAT_STATE);
        assertRefused(() -> draft.resume(ADA, NOW), Reason.NOT_IN_THAT_STATE);
        assertRefused(() -> draft.close(ADA, NOW), Reason.NOT_IN_THAT_STATE);
        assertRefused(() -> draft.archive(ADA, NOW), Reason.NOT_IN_THAT_STATE);
        assertRefused(() -> SampleActions.open().open(ADA, NOW), Reason.NOT_IN_THAT_STATE);
        assertRefused(() -> SampleActions.open().resume(ADA, NOW), Reason.NOT_IN_THAT_STATE);
        assertRefused(() -> SampleActions.paused().open(ADA, NOW), Reason.NOT_IN_THAT_STATE);
        assertRefused(() -> SampleActions.paused().pause(ADA, NOW), Reason.NOT_IN_THAT_STATE);
        var closed = SampleActions.closed();
        assertRefused(() -> closed.resume(ADA, NOW), Reason.NOT_IN_THAT_STATE);
        assertRefused(() -> closed.edit(outline("Other"), ADA, NOW), Reason.NOT_EDITABLE);
        assertRefused(() -> closed.remove(SampleActions.THANKS, ADA, NOW), Reason.NOT_EDITABLE);
    }

    @Test
    void closingTimesInThePastAreRefused() {
        assertRefused(() -> between(null, NOW), Reason.CLOSES_TOO_EARLY);
        assertRefused(() -> between(LATER, LATER), Reason.CLOSES_TOO_EARLY);
        var draft = between(null, LATER);
        assertRefused(() -> draft.open(ADA, LATER), Reason.CLOSES_TOO_EARLY);
    }

    @Test
    void itClosesInTimePausedOrNot() {
        var open = between(null, LATER).open(ADA, NOW).state();
        assertThat(open.closeInTime(LATER.minusMillis(1))).isEmpty();
        var closed = open.closeInTime(LATER.plusSeconds(9)).orElseThrow().state();
        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.closedAt()).isEqualTo(LATER);
        assertThat(closed.deeds().getLast()).isEqualTo(new Deed<>(LATER.plusSeconds(9), null, LetterActionDeed.CLOSED));
        assertThat(closed.closeInTime(LATER.plusSeconds(9))).isEmpty();
        var paused = open.pause(ADA, NOW).state();
        assertThat(paused.closeInTime(LATER).orElseThrow().state().closedAt()).isEqualTo(LATER);
        assertRefused(() -> paused.resume(ADA, LATER), Reason.NOT_IN_THAT_STATE);
        assertThat(between(null, LATER).closeInTime(LATER)).isEmpty();
    }

    @Test
    void confirmationsCountForADayAfterTheEndAndNoLonger() {
        var end = NOW.plusSeconds(60);
        var closed = SampleActions.open().close(ADA, end).state();
        assertThat(closed.takesConfirmationsAt(end.plus(DAY).minusMillis(1), DAY))
                .isTrue();
        assertThat(closed.takesConfirmationsAt(end.plus(DAY), DAY)).isFalse();
    }

    @Test
    void editingADraftMakesNoNewText() {
        var edited =
                SampleActions.draft().edit(outline("Other words"), ADA, NOW).state();
        assertThat(edited.texts()).hasSize(1);
        assertThat(edited.text().number()).isEqualTo(1);
        assertThat(edited.text().wording().body()).isEqualTo("Other words");
        assertThat(edited.text().variants()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "PAUSED"})
    void aChangeOfWordsAfterOpeningIsANewTextAndLettersKeepTheirs(Status status) {
        var action = status == Status.OPEN ? SampleActions.open() : SampleActions.paused();
        var edited = action.edit(outline("Other words"), ADA, NOW).state();
        assertThat(edited.text().number()).isEqualTo(2);
        assertThat(edited.text(1)).hasValue(action.text());
        assertThat(edited.text(1).orElseThrow().wording(SampleActions.THANKS)).isPresent();
        assertThat(edited.text(3)).isEmpty();
        assertThat(edited.deeds().getLast()).isEqualTo(new Deed<>(NOW, ADA, LetterActionDeed.NEW_TEXT, 2L));
        assertThat(edited.status()).isEqualTo(status);
    }

    @Test
    void editingOnlyTheSettingsOfAnOpenActionMakesNoNewText() {
        var open = SampleActions.open();
        var faster = outline(
                "elsewhere", Addressing.ownMp(), SampleActions.wording(), new Pacing(60, 9, 17, true), null, LATER);
        var edited = open.edit(faster, ADA, NOW).state();
        assertThat(edited.texts()).isEqualTo(open.texts());
        assertThat(edited.pacing()).isEqualTo(new Pacing(60, 9, 17, true));
        assertThat(edited.closesAt()).isEqualTo(LATER);
    }

    @Test
    void addressOpeningAndAddressingOfAnOpenActionStay() {
        var moved = outline(
                "elsewhere",
                new Addressing(false, UUID.randomUUID(), Addressing.Choice.ALL),
                SampleActions.wording(),
                null,
                LATER,
                null);
        var edited = SampleActions.open().edit(moved, ADA, NOW).state();
        assertThat(edited.slug()).isEqualTo("ask-your-mp");
        assertThat(edited.opensAt()).isEqualTo(NOW);
        assertThat(edited.addressing()).isEqualTo(Addressing.ownMp());
    }

    @Test
    void anActionWhoseTimeIsOverIsNotEdited() {
        var open = between(null, LATER).open(ADA, NOW).state();
        assertRefused(() -> open.edit(outline("Other"), ADA, LATER), Reason.NOT_EDITABLE);
        assertThat(open.isEditableAt(LATER)).isFalse();
        assertThat(open.isEditableAt(NOW)).isTrue();
    }

    @Test
    void variantsAreTriedInTheOrderThatStaffGiveThem() {
        var labour = variant("Labour", "Labour words");
        var all = variant("Scotland", "Scottish words");
        var action = SampleActions.draft()
                .put(labour, ADA, NOW)
                .state()
                .put(all, ADA, NOW)
                .state();
        assertThat(names(action)).containsExactly("Those who support it", "Labour", "Scotland");
        var raised = action.raise(all.id(), ADA, NOW).state();
        assertThat(names(raised)).containsExactly("Those who support it", "Scotland", "Labour");
        var first = raised.raise(all.id(), ADA, NOW)
                .state()
                .raise(all.id(), ADA, NOW)
                .state();
        assertThat(names(first)).containsExactly("Scotland", "Those who support it", "Labour");
        assertThat(names(first.remove(SampleActions.THANKS, ADA, NOW).state())).containsExactly("Scotland", "Labour");
    }

    @Test
    void aVariantThatIsWrittenAnewKeepsItsPlace() {
        var other = variant("Labour", "Labour words");
        var action = SampleActions.draft().put(other, ADA, NOW).state();
        var written = action.put(SampleActions.thanks(), ADA, NOW).state();
        assertThat(names(written)).containsExactly("Those who support it", "Labour");
    }

    @Test
    void moreVariantsThanAnybodyKeepsApartAreRefused() {
        var action = SampleActions.draft();
        for (int i = action.text().variants().size(); i < LetterAction.MOST_VARIANTS; i++) {
            action = action.put(variant("V" + i, "Words"), ADA, NOW).state();
        }
        var full = action;
        assertThatThrownBy(() -> full.put(variant("One more", "Words"), ADA, NOW))
                .isInstanceOf(TooManyVariants.class);
        assertThat(full.put(SampleActions.thanks(), ADA, NOW).state().text().variants())
                .hasSize(LetterAction.MOST_VARIANTS);
    }

    @Test
    void aVariantThatIsGoneCannotBeMovedOrRemoved() {
        var unknown = UUID.randomUUID();
        assertRefused(() -> SampleActions.draft().raise(unknown, ADA, NOW), Reason.NOT_IN_THAT_STATE);
        assertRefused(() -> SampleActions.draft().remove(unknown, ADA, NOW), Reason.NOT_IN_THAT_STATE);
    }

    @Test
    void anotherOrderOfVariantsIsAnotherText() {
        var second = variant("Labour", "Labour words");
        var open = SampleActions.draft()
                .put(second, ADA, NOW)
                .state()
                .open(ADA, NOW)
                .state();
        var raised = open.raise(second.id(), ADA, NOW).state();
        assertThat(raised.text().number()).isEqualTo(2);
        assertThat(raised.text().hash()).isNotEqualTo(open.text().hash());
        assertThat(raised.raise(second.id(), ADA, NOW).state().texts()).hasSize(2);
    }

    @Test
    void anActionOnTrialIsOpenButStandsInNoList() {
        var trial = SampleActions.onTrial();
        assertThat(trial.takesLettersAt(NOW)).isTrue();
        var entry = (ActionEntry) LetterActionEntry.of(trial);
        assertThat(entry).isNotNull();
        assertThat(entry.live()).isFalse();
        var real = trial.tryOut(false, ADA, NOW).orElseThrow().state();
        assertThat(((ActionEntry) Objects.requireNonNull(LetterActionEntry.of(real))).live())
                .isTrue();
        assertThat(real.deeds())
                .extracting(Deed::what)
                .containsSequence(LetterActionDeed.TEST_ON, LetterActionDeed.OPENED, LetterActionDeed.TEST_OFF);
    }

    @Test
    void noTrialBeginsUnderTheHandsOfSupporters() {
        assertRefused(() -> SampleActions.open().tryOut(true, ADA, NOW), Reason.NOT_IN_THAT_STATE);
        assertThat(SampleActions.paused().tryOut(true, ADA, NOW)).isPresent();
        assertThat(SampleActions.open().tryOut(false, ADA, NOW)).isEmpty();
        assertRefused(() -> SampleActions.closed().tryOut(true, ADA, NOW), Reason.NOT_IN_THAT_STATE);
    }

    @Test
    void theEntryIsThatOfEveryActionAndNamesTheText() {
        var open = SampleActions.open();
        var entry = (ActionEntry) Objects.requireNonNull(LetterActionEntry.of(open));
        assertThat(entry.kind()).isEqualTo("letter-action");
        assertThat(entry.state()).isEqualTo("open");
        assertThat(entry.live()).isTrue();
        assertThat(entry.path()).isEqualTo("/letters/ask-your-mp");
        assertThat(entry.staffPath()).isEqualTo("/staff/letters/" + open.id());
        assertThat(entry.titles()).isEqualTo(Map.of("en", "Ask your MP for a 28-day limit"));
        assertThat(entry.measure()).isEqualTo("confirmed");
        assertThat(entry.body())
                .isEqualTo(new LetterActionEntry.Body("en", 1, open.text().hash(), true, false, false, null));
        assertThat(((ActionEntry) Objects.requireNonNull(LetterActionEntry.of(SampleActions.paused()))).live())
                .isFalse();
    }

    @Test
    void theHashTellsEveryWordAndEveryReaderApart() {
        var texts = new ArrayList<String>();
        texts.add(SampleActions.draft().text().hash());
        texts.add(SampleActions.draft()
                .edit(outline("Other"), ADA, NOW)
                .state()
                .text()
                .hash());
        texts.add(SampleActions.draft()
                .remove(SampleActions.THANKS, ADA, NOW)
                .state()
                .text()
                .hash());
        for (var readers : List.of(
                new Readership(Set.of("GB-SCT"), Set.of(), Set.of(), Set.of()),
                new Readership(Set.of(), Set.of("GB-SCT"), Set.of(), Set.of()),
                new Readership(Set.of(), Set.of(), Set.of("GB-SCT"), Set.of()),
                new Readership(Set.of("GB-SCT", "GB-WLS"), Set.of(), Set.of(), Set.of()))) {
            var thanks = SampleActions.thanks();
            var other = new Variant(
                    thanks.id(), thanks.name(), readers, thanks.subject(), null, thanks.body(), List.of(), null);
            texts.add(SampleActions.draft().put(other, ADA, NOW).state().text().hash());
        }
        assertThat(texts).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(SampleActions.draft().text().hash()).isEqualTo(texts.getFirst());
    }

    @Test
    void anybodyWithoutAVariantReadsTheBasicWording() {
        assertThat(SampleActions.open().wordingFor(ANYBODY)).isEqualTo(SampleActions.wording());
    }

    private static List<String> names(LetterAction action) {
        return action.text().variants().stream().map(Variant::name).toList();
    }

    private static Variant variant(String name, String body) {
        var readers = new Readership(Set.of(), Set.of(name), Set.of(), Set.of());
        return new Variant(UUID.randomUUID(), name, readers, null, null, body, List.of(), null);
    }

    private static LetterAction between(@Nullable Instant opens, @Nullable Instant closes) {
        var outline = outline("ask-your-mp", Addressing.ownMp(), SampleActions.wording(), null, opens, closes);
        return LetterAction.draft(UUID.randomUUID(), outline, ADA, NOW).state();
    }

    private static Outline outline(String body) {
        var basic = SampleActions.wording();
        var wording = new Wording(null, basic.subject(), basic.opening(), body, basic.prompts(), basic.closing());
        return outline("ask-your-mp", Addressing.ownMp(), wording, null, null, null);
    }

    private static Outline outline(
            String slug,
            Addressing addressing,
            Wording wording,
            @Nullable Pacing pacing,
            @Nullable Instant opens,
            @Nullable Instant closes) {
        var same = SampleActions.outline(addressing);
        return new Outline(
                slug,
                same.language(),
                same.title(),
                same.summary(),
                same.why(),
                same.campaign(),
                addressing,
                wording,
                pacing,
                opens,
                closes);
    }

    private static void assertRefused(ThrowingCallable step, Reason reason) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        ActionRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
