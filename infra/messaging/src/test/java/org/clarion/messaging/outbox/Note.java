package org.clarion.messaging.outbox;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Optional;
import java.util.UUID;
import org.clarion.messaging.mail.MailRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** An aggregate for tests. */
@Document("notes")
public record Note(
        @Id UUID id,
        long version,
        String title,
        String text,
        @Nullable String label) implements Aggregate {

    public static final String TOPIC = "note.v1";
    public static final Publication<Note> PUBLICATION = new Publication<>(TOPIC, note -> note);
    public static final IndexModel ONE_PER_TITLE =
            new IndexModel(Indexes.ascending("title"), new IndexOptions().unique(true));

    sealed interface NoteEvent extends Event {
        record Written() implements NoteEvent {}

        record Rewritten() implements NoteEvent {}

        @Override
        default String wireName() {
            return switch (this) {
                case Written w -> "note.written.v1";
                case Rewritten r -> "note.rewritten.v1";
            };
        }
    }

    static Change<Note, NoteEvent> write(String text) {
        var id = UUID.randomUUID();
        return Change.of(new Note(id, 1, id.toString(), text, "new"), new NoteEvent.Written());
    }

    Change<Note, NoteEvent> rewrite(String text) {
        return Change.of(new Note(id, version + 1, title, text, null), new NoteEvent.Rewritten());
    }

    Optional<Change<Note, NoteEvent>> rewriteUnless(String text) {
        return this.text.equals(text) ? Optional.empty() : Optional.of(rewrite(text));
    }

    Change<Note, NoteEvent> rewriteAndMail(String text) {
        return rewrite(text).asking(new MailRequest("note.rewritten", "note.rewritten", id.toString(), null));
    }
}
