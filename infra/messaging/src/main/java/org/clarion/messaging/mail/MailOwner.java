package org.clarion.messaging.mail;

import java.util.List;

/**
 * Answers, at the moment of sending, whether, to whom and with which words. A service that asks for mails has one; where
 * several features ask, each may have its own.
 */
@FunctionalInterface
public interface MailOwner {

    /** One answer per claim, in any order. Many claims come at once: read the store once for all of them. */
    List<MailAnswer> redeem(List<MailClaim> claims);

    /** Whether claims of this purpose are its own. */
    default boolean owns(String purpose) {
        return true;
    }
}
