package org.clarion.notifications.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param keepFinished how long a mail that has come to its end is kept, without address or words
 * @param firstRetry after the first "not now" of the recipient's server; then twice as long each time
 * @param longestRetry the longest between two tries
 * @param giveUpAfter from the first "not now" to the last try
 * @param firstDelay after the first "later" of the owner; then twice as long each time
 * @param longestDelay the longest between two questions to the owner
 */
@Validated
@ConfigurationProperties("notifications.mail")
record MailSettings(
        @DefaultValue("30d") Duration keepFinished,
        @DefaultValue("5m") Duration firstRetry,
        @DefaultValue("6h") Duration longestRetry,
        @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue("1m") Duration firstDelay,
        @DefaultValue("1h") Duration longestDelay) {

    Patience patience() {
        return new Patience(new BackOff(firstRetry, longestRetry), new BackOff(firstDelay, longestDelay), giveUpAfter);
    }
}
