package org.clarion.testsupport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What supporters say to whatever kind of action, as the service that they said it to would tell. */
public final class ConsentElsewhere {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PARTITION = 3;

    private final PublishedMessages messages;

    public ConsentElsewhere(PublishedMessages messages) {
        this.messages = messages;
    }

    /**
     * This supporter says no to updates, after every example of the topic has come once, twice and backwards on the same
     * partition: whoever acts upon the no has borne them all.
     *
     * @param topic such as {@code letter.v1}
     * @param supporter as a message names them
     */
    public void sayNo(String topic, JsonNode supporter) {
        var examples = new ArrayList<>(Contracts.examples(topic));
        examples.forEach(each -> messages.send(each, PARTITION));
        examples.forEach(each -> messages.send(each, PARTITION));
        Collections.reverse(examples);
        examples.forEach(each -> messages.send(each, PARTITION));
        var changed = examples.stream()
                .filter(each -> each.type().endsWith(".consent-changed.v1"))
                .findFirst()
                .orElseThrow();
        var body = (ObjectNode) JSON.readTree(changed.body());
        body.set("supporter", supporter);
        var newest =
                (ObjectNode) List.copyOf(body.at("/body/consents").values()).getLast();
        newest.put("choice", "WITHDRAWN").put("at", Instant.now().toString());
        messages.send(topic, PARTITION, body.required("id").asString(), changed.type(), JSON.writeValueAsBytes(body));
    }
}
