package org.clarion.notifications.mail;

import java.time.Duration;

/**
 * How long a mail waits for what.
 *
 * @param afterRefusal between two tries when the recipient's server refuses for now
 * @param afterDelay between two tries when the owner says "later" or its answer cannot be used
 * @param giveUpAfter from the first refusal to the last try
 */
public record Patience(BackOff afterRefusal, BackOff afterDelay, Duration giveUpAfter) {}
