package org.clarion.registrations.places;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long places are kept for somebody.
 *
 * @param hold until an address is confirmed
 * @param holdOnLastDay the same in the 24 hours before the beginning
 * @param offer until an offer is taken up
 * @param offerFarAhead the same where there are more than {@code farAhead} to the beginning
 * @param offerOnLastDay the same in the 24 hours before the beginning
 */
@Validated
@ConfigurationProperties("registrations.places.terms")
public record Terms(
        @DefaultValue("2h") Duration hold,
        @DefaultValue("30m") Duration holdOnLastDay,
        @DefaultValue("12h") Duration offer,
        @DefaultValue("24h") Duration offerFarAhead,
        @DefaultValue("2h") Duration offerOnLastDay,
        @DefaultValue("7d") Duration farAhead) {

    static final Duration LAST_DAY = Duration.ofHours(24);

    /** @param start when it begins for the party */
    Instant holdUntil(Instant now, Instant start) {
        return now.plus(isOnLastDay(now, start) ? holdOnLastDay : hold);
    }

    /** Never later than the beginning. */
    Instant offerUntil(Instant now, Instant start) {
        var until = now.plus(
                isOnLastDay(now, start) ? offerOnLastDay : start.isAfter(now.plus(farAhead)) ? offerFarAhead : offer);
        return until.isAfter(start) ? start : until;
    }

    private static boolean isOnLastDay(Instant now, Instant start) {
        return !start.isAfter(now.plus(LAST_DAY));
    }
}
