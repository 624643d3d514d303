package org.clarion.registrations.registration;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param keptUnconfirmed when a registration that nobody confirms is deleted
 * @param confirmWithin how long the link to confirm works; a place is kept for less
 * @param manageAfterEnd how long after the end of a gathering the links of a registration work
 * @param requestsKept how long a repeated {@code Idempotency-Key} is recognised
 * @param joinBefore how long before the beginning people who have a place see where to join online
 * @param sweepEvery how often registrations are looked for about which nothing was decided
 * @param sweepAfter how long a registration waits for a decision before a sweeper asks once more
 * @param expireEvery how often unconfirmed registrations, and requests to forget, are looked for
 * @param expireAtOnce how many are dealt with in one look
 */
@Validated
@ConfigurationProperties("registrations.registrations")
record RegistrationSettings(
        @DefaultValue("14d") Duration keptUnconfirmed,
        @DefaultValue("7d") Duration confirmWithin,
        @DefaultValue("60d") Duration manageAfterEnd,
        @DefaultValue("24h") Duration requestsKept,
        @DefaultValue("24h") Duration joinBefore,
        @DefaultValue("2s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAfter,
        @DefaultValue("1h") Duration expireEvery,
        @DefaultValue("1000") @Positive int expireAtOnce) {}
