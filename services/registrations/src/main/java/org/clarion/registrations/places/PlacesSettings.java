package org.clarion.registrations.places;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param atOnce for how many requests one write decides at the most
 * @param strikeAfter how long decisions that were taken wait to be struck off the list, for a write that comes anyway
 * @param sweepEvery how often every instance looks for what is due, and for decisions that nobody took
 * @param sweepAfter how long a decision waits before a sweeper takes it up, whoever made it
 */
@Validated
@ConfigurationProperties("registrations.places")
record PlacesSettings(
        @DefaultValue("500") @Positive int atOnce,
        @DefaultValue("300ms") Duration strikeAfter,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAfter) {}
