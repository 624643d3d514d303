package org.clarion.registrations.registration;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param needs how long after the end of a gathering it is known what people need and eat
 * @param names how long after the end it is known who came, and what they answered
 * @param every how often it is looked for what is to be forgotten
 * @param atOnce how many are dealt with in one look
 */
@Validated
@ConfigurationProperties("registrations.retention")
record RetentionSettings(
        @DefaultValue("30d") Duration needs,
        @DefaultValue("183d") Duration names,
        @DefaultValue("1h") Duration every,
        @DefaultValue("1000") @Positive int atOnce) {}
