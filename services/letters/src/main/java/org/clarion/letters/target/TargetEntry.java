package org.clarion.letters.target;

import java.time.Instant;
import java.util.UUID;
import org.clarion.letters.contact.Contact;
import org.clarion.letters.contact.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody on a target list.
 *
 * @param title office or position, such as {@code Secretary of State for Housing}; empty where none
 * @param salutation what follows "Dear"
 * @param country ISO 3166
 * @param office its listed address is what staff wrote
 * @param removedAt null while on the list; the entry itself stays, because letters name it
 */
@Document("target-entries")
public record TargetEntry(
        @Id UUID id,
        UUID list,
        String name,
        String title,
        @Nullable String organisation,
        String salutation,
        String country,
        Office office,
        @Nullable Instant removedAt,
        @Version @Nullable Long version) {

    public Target target() {
        return Target.entry(id);
    }

    public Contact contact() {
        return office.contact();
    }

    public boolean isOnListAt(Instant at) {
        return removedAt == null || at.isBefore(removedAt);
    }

    Recipient asRecipient() {
        return new Recipient("entry:" + id, name, salutation, title, organisation, null, country, office.contact());
    }

    TargetEntry bounced(String address, Instant sent) {
        return reached(office.bounced(address, sent));
    }

    private TargetEntry reached(Office next) {
        return new TargetEntry(id, list, name, title, organisation, salutation, country, next, removedAt, version);
    }

    /** Says who, not how to reach them. */
    @Override
    public String toString() {
        return "entry:" + id;
    }
}
