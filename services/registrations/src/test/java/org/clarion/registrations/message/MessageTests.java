package org.clarion.registrations.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.registrations.message.Message.Draft;
import org.clarion.registrations.message.Message.Stage;
import org.clarion.registrations.registration.Group;
import org.clarion.registrations.registration.Group.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final MessageSettings SETTINGS =
            new MessageSettings(Duration.ofMinutes(10), 200, Duration.ofSeconds(5), 500);
    private static final Instant LEAVES = NOW.plus(SETTINGS.stoppable());
    private static final String ADA = "ada@example.org";
    private static final String BOB = "bob@example.org";

    @Test
    void aMessageLeavesAfterSomeMinutesAndNotBefore() {
        var message = written(200);
        assertThat(message.stage()).isEqualTo(Stage.WAITING);
        assertThat(message.leave(LEAVES.minusMillis(1))).isEmpty();
        assertThat(message.hasLeft()).isFalse();
        var leaving = message.leave(LEAVES).orElseThrow();
        assertThat(leaving.hasLeft()).isTrue();
        assertThat(leaving.leave(LEAVES)).isEmpty();
        var sent = leaving.finish(199).orElseThrow();
        assertThat(sent.sent()).isEqualTo(199);
        assertThat(sent.dueAt()).as("nothing is left to do").isNull();
        assertThat(sent.finish(1)).isEmpty();
    }

    @Test
    void anybodyCanStopItUntilItLeaves() {
        var stopped = written(1).stop(BOB, NOW);
        assertThat(stopped.leave(LEAVES)).isEmpty();
        assertThat(stopped.dueAt()).isNull();
        assertThat(stopped.deeds())
                .extracting(deed -> deed.what())
                .containsExactly(MessageDeed.WRITTEN, MessageDeed.STOPPED);
        var leaving = written(1).leave(LEAVES).orElseThrow();
        assertThatThrownBy(() -> leaving.stop(BOB, LEAVES)).isInstanceOf(ActionRefusal.class);
        assertThatThrownBy(() -> stopped.stop(BOB, NOW)).isInstanceOf(ActionRefusal.class);
    }

    @Test
    void manyAreWrittenToOnlyWithASecondPerson() {
        var message = written(201);
        assertThat(message.stage()).isEqualTo(Stage.TO_APPROVE);
        assertThat(message.dueAt()).isNull();
        assertThat(message.leave(LEAVES.plus(Duration.ofDays(9)))).isEmpty();
        assertThatThrownBy(() -> message.approve(ADA, SETTINGS, NOW))
                .as("its author")
                .isInstanceOf(ActionRefusal.class);
        var later = NOW.plus(Duration.ofHours(1));
        var approved = message.approve(BOB, SETTINGS, later);
        assertThat(approved.approvedBy()).hasValue(BOB);
        assertThat(approved.leavesAt()).isEqualTo(later.plus(SETTINGS.stoppable()));
        assertThat(approved.stop(ADA, later).stage()).isEqualTo(Stage.STOPPED);
        assertThatThrownBy(() -> approved.approve(BOB, SETTINGS, later)).isInstanceOf(ActionRefusal.class);
        assertThat(message.stop(BOB, NOW).stage()).isEqualTo(Stage.STOPPED);
    }

    @Test
    void groupsAreNamedAndReadBack() {
        for (var kind : Kind.values()) {
            for (var group : new Group[] {Group.of(kind), new Group(kind, 12)}) {
                assertThat(Group.parse(group.wireName())).hasValue(group);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "confirmed-", "confirmed-0", "confirmed-x", "confirmed-12345", "cancelled"})
    void whatIsNoGroupIsNone(String text) {
        assertThat(Group.parse(text)).isEmpty();
    }

    private static Message written(long counted) {
        var draft = new Draft(new UUID(1, 1), new UUID(2, 2), Group.of(Kind.CONFIRMED), "Bring a coat", "It is cold.");
        return Message.written(draft, ADA, counted, SETTINGS, NOW);
    }
}
