package org.clarion.campaigns.totals;

import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up when every generation that this instance runs is counting; a new division of the work among instances counts too. */
@Component("countingHealthIndicator")
class CountingHealth implements HealthIndicator {

    private final GenerationKeeper keeper;

    CountingHealth(GenerationKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public Health health() {
        var states = keeper.states();
        var counts = !states.isEmpty()
                && states.values().stream().allMatch(state -> state == State.RUNNING || state == State.REBALANCING);
        var health = counts ? Health.up() : Health.down();
        states.forEach((generation, state) -> health.withDetail("generation " + generation, state));
        return health.build();
    }
}
