package org.clarion.letters.letter;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param graceAfterClose how long a mailed confirmation still counts once the action has closed
 * @param confirmWithin how long the link to confirm works
 * @param manageWithin how long the links to look after a letter work: a held one may wait for months
 * @param answerWithin how long the link to say what came back works
 * @param lookEvery how often letters are looked for of which something is due
 * @param atOnce how many are taken in one look
 */
@Validated
@ConfigurationProperties("letters.letters")
record LetterSettings(
        @DefaultValue("24h") Duration graceAfterClose,
        @DefaultValue("7d") Duration confirmWithin,
        @DefaultValue("365d") Duration manageWithin,
        @DefaultValue("120d") Duration answerWithin,
        @DefaultValue("1h") Duration lookEvery,
        @DefaultValue("1000") @Positive int atOnce) {}
