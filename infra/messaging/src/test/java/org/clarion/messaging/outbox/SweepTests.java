package org.clarion.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clarion.messaging.outbox.Sweep.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class SweepTests {

    private final Sweep sweep = new Sweep("things that are due");
    private final List<UUID> due = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private final List<UUID> done = new ArrayList<>();

    @Test
    void oneThatCannotBeDealtWithHidesNoOther() {
        var outcome = sweep.over(due, id -> {
            if (id.equals(due.get(1))) {
                throw new IllegalStateException("broken for good");
            }
            done.add(id);
        });

        assertThat(outcome).isEqualTo(new Outcome(2, 0, 1));
        assertThat(outcome.and(5)).isEqualTo(new Outcome(2, 5, 1));
        assertThat(done).containsExactly(due.get(0), due.get(2));
    }

    @Test
    void aStoreThatIsAwayEndsTheLook() {
        assertThatThrownBy(() -> sweep.over(due, id -> {
                    done.add(id);
                    throw new DataAccessResourceFailureException("away");
                }))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(done).hasSize(1);
    }

    @Test
    void itLooksAgainAsLongAsALookWasFull() {
        var looks = new ArrayDeque<>(List.of(new Outcome(2, 0, 0), new Outcome(2, 2, 0), new Outcome(1, 2, 1)));
        sweep.run(2, looks::removeFirst);
        assertThat(looks).isEmpty();
    }

    @Test
    void aScheduledLookOutlivesAStoreThatIsAway() {
        sweep.run(2, () -> {
            done.add(UUID.randomUUID());
            throw new DataAccessResourceFailureException("away");
        });
        assertThat(done).hasSize(1);
    }
}
