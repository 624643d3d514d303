package org.clarion.actions.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clarion.messaging.outbox.Change;
import org.clarion.messaging.outbox.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** An action for tests: people walk together. */
@Document("walks")
public record Walk(
        @Id UUID id,
        long version,
        String slug,
        Status status,
        @Nullable Instant closesAt) implements Action {

    enum Status {
        PLANNED,
        OPEN,
        OVER
    }

    record Moved() implements Event {
        @Override
        public String wireName() {
            return "walk.moved.v1";
        }
    }

    @Override
    public boolean isPublic() {
        return status != Status.PLANNED;
    }

    static Change<Walk, Moved> planned(String slug, @Nullable Instant closesAt) {
        return Change.of(new Walk(UUID.randomUUID(), 1, slug, Status.PLANNED, closesAt), new Moved());
    }

    Optional<Change<Walk, Moved>> closeInTime(Instant now) {
        return status == Status.OPEN && closesAt != null && !now.isBefore(closesAt)
                ? to(Status.OVER)
                : Optional.empty();
    }

    Optional<Change<Walk, Moved>> to(Status next) {
        return Optional.of(Change.of(new Walk(id, version + 1, slug, next, closesAt), new Moved()));
    }
}
