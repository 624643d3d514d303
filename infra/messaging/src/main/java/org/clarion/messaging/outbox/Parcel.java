package org.clarion.messaging.outbox;

import java.util.List;
import java.util.UUID;

/**
 * The events that waited in one document when it was read or written.
 *
 * @param version the document's version at that moment: where it has moved on, only these events are removed
 */
record Parcel(OutboxCollection from, UUID aggregate, long version, List<WaitingEvent> events) {

    List<String> eventIds() {
        return events.stream().map(WaitingEvent::id).toList();
    }
}
