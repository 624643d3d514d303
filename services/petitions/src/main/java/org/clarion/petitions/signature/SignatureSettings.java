package org.clarion.petitions.signature;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param graceAfterClose how long a mailed confirmation still counts once the petition has closed
 * @param keptUnconfirmed when a signature that nobody confirms is deleted
 * @param keptWithdrawn when it is forgotten whose signature was taken back; their name and address go at once
 * @param keptArchived when it is forgotten whose signatures stand under a petition, from its archiving on
 * @param confirmWithin how long the link to confirm works
 * @param manageWithin how long the links to change or withdraw a signature work
 * @param requestsKept how long a repeated {@code Idempotency-Key} is recognised
 * @param expireEvery how often unconfirmed signatures, and requests to forget, are looked for; under archived petitions once a day
 * @param expireAtOnce how many are ended, or forgotten, in one look
 */
@Validated
@ConfigurationProperties("petitions.signatures")
record SignatureSettings(
        @DefaultValue("24h") Duration graceAfterClose,
        @DefaultValue("14d") Duration keptUnconfirmed,
        @DefaultValue("30d") Duration keptWithdrawn,
        @DefaultValue("183d") Duration keptArchived,
        @DefaultValue("7d") Duration confirmWithin,
        @DefaultValue("60d") Duration manageWithin,
        @DefaultValue("24h") Duration requestsKept,
        @DefaultValue("1h") Duration expireEvery,
        @DefaultValue("1000") @Positive int expireAtOnce) {}
