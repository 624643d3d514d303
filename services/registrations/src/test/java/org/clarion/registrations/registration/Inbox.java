package org.clarion.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clarion.registrations.Site;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.testsupport.PublishedMessages;
import org.clarion.testsupport.PublishedMessages.Published;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/** What those who register are written, and how they stand. */
public final class Inbox {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Site site;
    private final PublishedMessages messages;
    private final MongoOperations mongo;

    public Inbox(Site site, ApplicationContext context) {
        this.site = site;
        this.messages = context.getBean(PublishedMessages.class);
        this.mongo = context.getBean(MongoOperations.class);
    }

    /** The answer to the newest request for such a mail, once there is one. */
    public JsonNode mail(Gathering gathering, String email, String purpose) {
        return site.redeem(List.of(request(gathering, email, purpose))).getFirst();
    }

    /** Presses the button that the mailed link leads to. */
    public void confirm(Gathering gathering, String email) {
        var confirmed = site.postForm(Site.path(mail(gathering, email, "registration.confirm"), "confirm"), Map.of());
        assertThat(confirmed.statusCode()).isEqualTo(303);
    }

    public Published request(Gathering gathering, String email, String purpose) {
        return await().atMost(PATIENCE)
                .until(() -> requests(gathering, email, purpose), found -> !found.isEmpty())
                .getLast();
    }

    /** All so far. */
    public List<Published> requests(Gathering gathering, String email, String purpose) {
        var id = registration(gathering, email).map(Registration::id);
        return id.isEmpty()
                ? List.of()
                : messages.on(
                        "mail-request.v1",
                        message -> id.get().toString().equals(message.key())
                                && message.json().required("purpose").asString().equals(purpose));
    }

    public String status(Gathering gathering, String email) {
        return registration(gathering, email).orElseThrow().status().name();
    }

    public String id(Gathering gathering, String email) {
        return registration(gathering, email).orElseThrow().id().toString();
    }

    Optional<Registration> registration(Gathering gathering, String email) {
        return mongo.find(Query.query(Criteria.where("gathering").is(gathering.id())), Registration.class).stream()
                .filter(each -> each.details().by() != null
                        && each.details().by().email().equals(email))
                .findFirst();
    }
}
