package org.clarion.messaging.outbox;

import java.util.UUID;

/** A thing with a life of its own: one document, one version that rises by one with every change. */
public interface Aggregate {

    UUID id();

    /** 1 for the state that is inserted, then one more with every change. */
    long version();
}
