package org.clarion.messaging.outbox;

import java.time.Instant;
import java.util.UUID;
import org.clarion.messaging.MessageJson;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.messaging.mail.MailRequest;
import org.jspecify.annotations.Nullable;

/** Puts events into the form in which they wait and travel. */
class EventFactory {

    static final String MAIL_REQUESTS = "mail-request.v1";

    /** Body of {@code mail-request.v1}. */
    record MailRequested(
            UUID id,
            long version,
            String owner,
            String purpose,
            String template,
            String claim,
            @Nullable Supporter recipient,
            Instant requestedAt) {}

    private final String service;

    /** @param service name of this service, the {@code ce_source} of its events and the owner of its mail requests */
    EventFactory(String service) {
        this.service = service;
    }

    WaitingEvent state(String topic, Aggregate state, String type, Object body, Instant now) {
        return event(identity(state, topic), topic, state, type, body, now);
    }

    WaitingEvent mailRequest(Aggregate state, MailRequest mail, Instant now) {
        var body = new MailRequested(
                state.id(),
                state.version(),
                service,
                mail.purpose(),
                mail.template(),
                mail.claim(),
                mail.recipient(),
                now);
        // One change may ask for several mails: the purpose keeps their identities apart.
        var id = identity(state, MAIL_REQUESTS) + ":" + mail.purpose();
        return event(id, MAIL_REQUESTS, state, "mail.requested.v1", body, now);
    }

    private WaitingEvent event(String id, String topic, Aggregate of, String type, Object body, Instant now) {
        return new WaitingEvent(id, topic, of.id().toString(), type, "/" + service, now, MessageJson.write(body));
    }

    private static String identity(Aggregate state, String topic) {
        return state.id() + ":" + state.version() + ":" + topic;
    }
}
