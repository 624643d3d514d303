package org.clarion.messaging.outbox;

/** What has happened to an aggregate. Implemented by one sealed interface of records per aggregate. */
public interface Event {

    /** The type on the wire, such as {@code signature.confirmed.v1}; never derived from a Java name. */
    String wireName();
}
