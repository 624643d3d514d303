package org.clarion.messaging.outbox;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param sweepEvery how often every instance looks for events that wait too long
 * @param sweepAfter how long an event waits before a sweeper takes it up, whoever wrote it
 * @param unhealthyAfter the age of the oldest waiting event at which the service says so in its health
 * @param queue parcels that wait in memory for their first sending; what does not fit is left to the sweeper
 * @param removeEvery the longest that acknowledged events wait to be removed together
 */
@Validated
@ConfigurationProperties("clarion.outbox")
public record OutboxSettings(
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAfter,
        @DefaultValue("2m") Duration unhealthyAfter,
        @DefaultValue("10000") @Positive int queue,
        @DefaultValue("25ms") Duration removeEvery) {}
