package org.clarion.registrations.message;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param stoppable how long a message waits before it leaves
 * @param approvedAbove how many people one member of staff may write to without another
 * @param every how often every instance looks for messages that leave
 * @param atOnce to how many people it is sent in one look
 */
@Validated
@ConfigurationProperties("registrations.messages")
record MessageSettings(
        @DefaultValue("10m") Duration stoppable,
        @DefaultValue("200") @Positive int approvedAbove,
        @DefaultValue("5s") Duration every,
        @DefaultValue("500") @Positive int atOnce) {}
