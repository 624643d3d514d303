package org.clarion.registrations.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.places.Outcome;
import org.clarion.registrations.places.Wish;
import org.clarion.servicedefaults.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** People who register, for tests of what becomes of them. */
public final class Crowd {

    /** How a registration stands. */
    public record Standing(
            UUID id, String status, @Nullable Outcome outcome, long version, int life, Wish wish, boolean undecided) {}

    private final Registrations registrations;
    private final RegisteringDesk desk;
    private final MongoOperations mongo;

    public Crowd(ApplicationContext context) {
        this.registrations = context.getBean(Registrations.class);
        this.desk = context.getBean(RegisteringDesk.class);
        this.mongo = context.getBean(MongoOperations.class);
    }

    /** As an instance that ends after the first step. */
    public UUID keep(Gathering gathering, Wish wish) {
        var now = Instant.now();
        return registrations
                .add(Registration.submitted(
                        Ids.next(),
                        submission(gathering, wish),
                        gathering.admission().approval(),
                        TicketCode.next(),
                        Duration.ofDays(14),
                        now))
                .id();
    }

    public void register(Gathering gathering, Wish wish) {
        desk.register(gathering, submission(gathering, wish));
    }

    public Standing find(UUID id) {
        return standing(registrations.find(id).orElseThrow());
    }

    public List<Standing> of(Gathering gathering) {
        return mongo.find(Query.query(Criteria.where("gathering").is(gathering.id())), Registration.class).stream()
                .map(Crowd::standing)
                .toList();
    }

    private static Standing standing(Registration registration) {
        var seat = registration.seat();
        return new Standing(
                registration.id(),
                registration.status().wireName(),
                seat.outcome(),
                seat.version(),
                seat.life(),
                seat.wish(),
                registration.undecidedSince() != null);
    }

    private static Submission submission(Gathering gathering, Wish wish) {
        var by = new Registrant("Ann O’Nym", "ann@example.org", Map.of(), null, null);
        return new Submission(
                Objects.requireNonNull(gathering.id()),
                UUID.randomUUID(),
                List.of(),
                new Supporter("x".repeat(43), "k1"),
                new Details(by, "en", "direct", null),
                new Wish(Set.copyOf(wish.sessions()), wish.mode(), wish.heads()),
                null,
                gathering.edition(),
                Objects.requireNonNull(gathering.endsAt()),
                null);
    }
}
