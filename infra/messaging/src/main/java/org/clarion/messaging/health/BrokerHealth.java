package org.clarion.messaging.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;

/** Asks the broker for its name, at most every few seconds. Spring Boot has no health indicator for Kafka. */
public class BrokerHealth implements HealthIndicator, DisposableBean {

    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final int PATIENCE_MILLIS = 2_000;

    private final Map<String, Object> config;
    private final Clock clock;
    private Instant askedAt = Instant.MIN;
    private Health answer = Health.unknown().build();
    private @Nullable Admin admin;

    public BrokerHealth(KafkaAdmin kafka, Clock clock) {
        this.config = new HashMap<>(kafka.getConfigurationProperties());
        config.putAll(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS));
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        var now = clock.instant();
        if (askedAt.plus(KEPT).isBefore(now)) {
            answer = ask();
            askedAt = now;
        }
        return answer;
    }

    private Health ask() {
        try {
            var cluster = admin().describeCluster().clusterId().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return Health.up().withDetail("cluster", cluster).build();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return Health.down().withDetail("broker", "does not answer").build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }

    /** Made when it is needed: where the broker's name leads nowhere there is none, and a service starts all the same. */
    private Admin admin() {
        var made = admin == null ? Admin.create(config) : admin;
        admin = made;
        return made;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
