package org.clarion.notifications.sending;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.clarion.notifications.mail.BackOff;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param workers how many send side by side, each over a connection of its own
 * @param batch mails that a worker takes from the queue at once
 * @param together mails that are marked as being sent, and then as sent, at once: so many are in doubt when the process ends
 * @param lease how long mails stay with a worker that gives no sign of life
 * @param pollEvery how often the queue is looked at when nothing says that there is something new
 * @param firstPause after an owner or the mail server did not answer; then twice as long each time
 * @param longestPause the longest between two questions whether it is back
 */
@Validated
@ConfigurationProperties("notifications.sending")
record SendingSettings(
        @DefaultValue("2") @Positive int workers,
        @DefaultValue("100") @Positive int batch,
        @DefaultValue("20") @Positive int together,
        @DefaultValue("20s") Duration lease,
        @DefaultValue("1s") Duration pollEvery,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("15s") Duration longestPause) {

    BackOff pauses() {
        return new BackOff(firstPause, longestPause);
    }
}
