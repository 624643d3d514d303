package org.clarion.messaging.mail;

import java.util.List;

/** Implemented by a service that asks for mails: answers, at the moment of sending, whether, to whom and with which words. */
@FunctionalInterface
public interface MailOwner {

    /** One answer per claim, in any order. Many claims come at once: read the store once for all of them. */
    List<MailAnswer> redeem(List<MailClaim> claims);
}
