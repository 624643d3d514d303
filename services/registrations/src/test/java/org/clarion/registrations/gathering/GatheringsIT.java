package org.clarion.registrations.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clarion.registrations.gathering.SampleGatherings.ADA;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.registrations.RunningService;
import org.clarion.testsupport.PublishedMessages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
class GatheringsIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(30));

    @Autowired
    GatheringDesk desk;

    @Autowired
    Gatherings gatherings;

    @Autowired
    PublishedMessages messages;

    @Test
    void whatIsKeptIsWhatWasWritten() {
        var question = new Question(1, Question.Kind.CHOICE, "Which film?", true, List.of("Leaving", "Arriving"));
        var admission = new Admission(Admission.Visibility.UNLISTED, true, 2, List.of(question), List.of("ABC234"));
        var session = new Session(
                1,
                "Leaving",
                START,
                START.plus(Duration.ofHours(1)),
                "Film",
                SampleGatherings.LIBRARY,
                "https://meet.example.org/1",
                new Capacity(12, 30));
        var draft = desk.draft(
                SampleGatherings.outline(
                        "kept-as-written", List.of(session), Set.of(Mode.ONLINE), Capacity.UNLIMITED, admission),
                ADA);
        var found = gatherings.find(draft.id());
        assertThat(found.programme()).isEqualTo(draft.programme());
        assertThat(found.setting()).isEqualTo(draft.setting());
        assertThat(found.admission()).isEqualTo(admission);
        assertThat(found.startsAt()).isEqualTo(START);
    }

    @Test
    void everyStateButADraftIsAnnounced() {
        var draft = desk.draft(SampleGatherings.festival("announced", START, 6, new Capacity(40, null)), ADA);
        var open = desk.take(GatheringDesk.OPEN, draft.id(), ADA);
        desk.moveOnline(open.id(), "https://meet.example.org/x", ADA);
        desk.take(GatheringDesk.CANCEL, open.id(), ADA);
        var announced =
                messages.await("gathering.v1", 3, message -> message.text().contains("/events/announced\""));
        assertThat(announced)
                .extracting(PublishedMessages.Published::type)
                .containsExactly("gathering.opened.v1", "gathering.moved-online.v1", "gathering.cancelled.v1");
        assertThat(announced
                        .getLast()
                        .json()
                        .required("body")
                        .required("edition")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void twoStaffDoNotOverwriteEachOther() {
        var outline = SampleGatherings.talk("two-staff", START, new Capacity(100, null));
        var draft = desk.draft(outline, ADA);
        desk.edit(draft.id(), draft.version(), outline, ADA);
        assertThatThrownBy(() -> desk.edit(draft.id(), draft.version(), outline, "bob@example.org"))
                .isInstanceOfSatisfying(
                        ActionRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.CHANGED_MEANWHILE));
    }

    @Test
    void anAddressIsTakenOnce() {
        var outline = SampleGatherings.talk("taken-once", START, Capacity.UNLIMITED);
        var first = desk.draft(outline, ADA);
        assertThatThrownBy(() -> desk.draft(outline, ADA))
                .isInstanceOfSatisfying(
                        ActionRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.SLUG_TAKEN));
        var copy = desk.copy(first.id(), "taken-next-year", ADA);
        assertThat(copy.startsAt()).isAfter(first.startsAt());
    }

    @Test
    void theTimeToEndComesByItself() {
        var open = desk.take(
                GatheringDesk.OPEN,
                desk.draft(SampleGatherings.talk("in-time", START, Capacity.UNLIMITED), ADA)
                        .id(),
                ADA);
        assertThat(gatherings.dueToEnd(START.plus(Duration.ofHours(2)))).contains(open.id());
        assertThat(gatherings.dueToEnd(START)).doesNotContain(open.id());
    }
}
