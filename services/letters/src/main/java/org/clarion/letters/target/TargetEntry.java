package org.clarion.letters.target;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
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
 * @param place what nobody else on the list may share: name and organisation; null once removed
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
        @Nullable String place,
        @Version @Nullable Long version) {

    static final String KEY = "entry:";

    static TargetEntry added(UUID id, UUID list, Details details) {
        return new TargetEntry(
                id,
                list,
                details.name(),
                details.title(),
                details.organisation(),
                details.salutation(),
                details.country(),
                Office.listed(details.address()),
                null,
                details.place(),
                null);
    }

    /**
     * What staff write about somebody.
     *
     * @param address null where none is known
     */
    record Details(
            String name,
            String title,
            @Nullable String organisation,
            String salutation,
            @Nullable String address,
            String country) {

        String place() {
            return folded(name) + "|" + folded(organisation == null ? "" : organisation);
        }

        private static String folded(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\\s\\p{Z}]+", " ")
                    .strip();
        }
    }

    Details details() {
        return new Details(name, title, organisation, salutation, office.listed(), country);
    }

    TargetEntry edited(Details details) {
        return details.equals(details())
                ? this
                : new TargetEntry(
                        id,
                        list,
                        details.name(),
                        details.title(),
                        details.organisation(),
                        details.salutation(),
                        details.country(),
                        office.listing(details.address()),
                        removedAt,
                        removedAt == null ? details.place() : null,
                        version);
    }

    TargetEntry removed(Instant now) {
        return removedAt != null
                ? this
                : new TargetEntry(id, list, name, title, organisation, salutation, country, office, now, null, version);
    }

    TargetEntry bounced(String address, Instant sent) {
        return reached(office.bounced(address, sent));
    }

    TargetEntry works(Instant now) {
        return reached(office.works(now));
    }

    private TargetEntry reached(Office next) {
        return new TargetEntry(
                id, list, name, title, organisation, salutation, country, next, removedAt, place, version);
    }

    public Target target() {
        return Target.entry(id);
    }

    public String key() {
        return KEY + id;
    }

    public Contact contact() {
        return office.contact();
    }

    public boolean isOnListAt(Instant at) {
        return removedAt == null || at.isBefore(removedAt);
    }

    Recipient asRecipient() {
        return new Recipient(key(), name, salutation, title, organisation, null, country, contact());
    }

    /** Says who, not how to reach them. */
    @Override
    public String toString() {
        return key();
    }
}
