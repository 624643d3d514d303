package org.clarion.messaging.outbox;

import org.springframework.dao.TransientDataAccessResourceException;

/** So many events of one aggregate wait for the broker that it takes no further change. */
public class OutboxFull extends TransientDataAccessResourceException {

    OutboxFull(String message) {
        super(message);
    }
}
