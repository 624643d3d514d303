package org.clarion.actions.link;

import org.clarion.messaging.outbox.Aggregate;

/** What a supporter has done in an action: a signature, a letter, a registration. */
public interface Participation extends Aggregate {

    /** Version of the mail address: links that were made for an earlier one have lapsed. */
    long addressVersion();
}
