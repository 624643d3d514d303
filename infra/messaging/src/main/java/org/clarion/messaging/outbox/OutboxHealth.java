package org.clarion.messaging.outbox;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when events have waited too long for the broker. */
class OutboxHealth implements HealthIndicator {

    private final OutboxSweeper sweeper;
    private final OutboxSettings settings;

    OutboxHealth(OutboxSweeper sweeper, OutboxSettings settings) {
        this.sweeper = sweeper;
        this.settings = settings;
    }

    @Override
    public Health health() {
        var age = sweeper.oldestAge();
        var health = age.compareTo(settings.unhealthyAfter()) > 0 ? Health.down() : Health.up();
        return health.withDetail("oldestSeconds", age.toSeconds()).build();
    }
}
