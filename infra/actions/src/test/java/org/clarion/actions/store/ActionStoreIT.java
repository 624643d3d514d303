package org.clarion.actions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clarion.actions.SampleService;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.actions.store.Walk.Status;
import org.clarion.messaging.outbox.Publication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What is remembered is so for an hour here: whatever is seen sooner is seen because of a change. */
@SampleService
class ActionStoreIT {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Set<Status> LISTED = Set.of(Status.OPEN, Status.OVER);

    @Autowired
    ActionStores stores;

    @Autowired
    MongoOperations mongo;

    private ActionStore<Walk> walks;

    @BeforeEach
    void keep() {
        mongo.remove(new Query(), Walk.class);
        // No contract declares a topic for walks; nobody outside sees them.
        walks = stores.keep(
                Walk.class,
                new Publication<>("walk.v1", walk -> null),
                new Closing<>(Set.of(Status.OPEN), Walk::closeInTime));
    }

    @Test
    void whatNobodyMaySeeIsNotPublished() {
        var walk = walks.add(Walk.planned("to-the-sea", null));
        assertThat(walks.published("to-the-sea")).isEmpty();
        assertThat(walks.remembered(walk.id())).contains(walk);
        assertThat(walks.find(walk.id())).isEqualTo(walk);
        assertThat(walks.listed(LISTED)).isEmpty();
    }

    @Test
    void aChangeIsSeenAtOnce() {
        var walk = walks.add(Walk.planned("to-the-sea", null));
        assertThat(walks.published("to-the-sea")).isEmpty();
        assertThat(walks.listed(LISTED)).isEmpty();

        var open = walks.change(walk.id(), each -> each.to(Status.OPEN));

        assertThat(walks.published("to-the-sea")).contains(open);
        assertThat(walks.remembered(Set.of(walk.id(), UUID.randomUUID()))).containsOnlyKeys(walk.id());
        assertThat(walks.listed(LISTED)).containsExactly(open);
    }

    @Test
    void whatAnotherInstanceChangesIsSeenLater() {
        var walk = walks.add(Walk.planned("to-the-sea", null));
        var open = walks.change(walk.id(), each -> each.to(Status.OPEN));
        assertThat(walks.remembered(List.of(walk.id()))).containsValue(open);
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(walk.id())),
                new Update().set("status", Status.OVER.name()),
                Walk.class);

        assertThat(walks.remembered(walk.id())).contains(open);
        assertThat(walks.find(walk.id()).status()).isEqualTo(Status.OVER);
    }

    @Test
    void aNameIsTakenOnce() {
        walks.add(Walk.planned("to-the-sea", null));
        assertRefused(Reason.SLUG_TAKEN, () -> walks.add(Walk.planned("to-the-sea", null)));
    }

    @Test
    void thereIsNothingToFindOrChangeWhereThereIsNone() {
        assertRefused(Reason.UNKNOWN, () -> walks.find(UUID.randomUUID()));
        assertRefused(Reason.UNKNOWN, () -> walks.change(UUID.randomUUID(), each -> each.to(Status.OPEN)));
    }

    @Test
    void whatSomebodyElseHasChangedIsNotOverwritten() {
        var walk = walks.add(Walk.planned("to-the-sea", null));
        var open = walks.change(walk.id(), 1, each -> each.to(Status.OPEN).orElseThrow());

        assertThat(open.status()).isEqualTo(Status.OPEN);
        assertRefused(
                Reason.CHANGED_MEANWHILE,
                () -> walks.change(walk.id(), 1, each -> each.to(Status.OVER).orElseThrow()));
    }

    private static void assertRefused(Reason reason, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ActionRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void thoseAreClosedWhoseTimeHasCome() {
        var now = opened("at-noon", NOON);
        opened("after-noon", NOON.plusSeconds(1));
        opened("for-good", null);
        walks.add(Walk.planned("planned", NOON));

        new ActionCalendar(stores, Clock.fixed(NOON, ZoneOffset.UTC)).closeInTime();

        assertThat(walks.in(Set.of(Status.OVER))).extracting(Walk::id).containsExactly(now.id());
        assertThat(walks.in(Set.of(Status.OPEN))).hasSize(2);
    }

    private Walk opened(String slug, @Nullable Instant closesAt) {
        return walks.change(walks.add(Walk.planned(slug, closesAt)).id(), walk -> walk.to(Status.OPEN));
    }
}
