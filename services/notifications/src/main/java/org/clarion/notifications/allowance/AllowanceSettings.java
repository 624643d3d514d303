package org.clarion.notifications.allowance;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param mailsADay the most mails that one address gets on one day in London */
@Validated
@ConfigurationProperties("notifications.allowance")
record AllowanceSettings(@DefaultValue("5") @Positive int mailsADay) {}
