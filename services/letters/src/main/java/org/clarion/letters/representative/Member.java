package org.clarion.letters.representative;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clarion.letters.contact.Contact;
import org.clarion.letters.contact.Office;
import org.clarion.letters.representative.DirectoryChange.What;
import org.clarion.letters.representative.Person.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A member of the House of Commons, or a former one.
 *
 * @param id Parliament id
 * @param name display name, such as {@code Dr Ada Vale}
 * @param derivedSalutation what follows "Dear", as far as the name tells
 * @param correctedSalutation what staff have put in its place; survives every import
 * @param party null where no source has said
 * @param history what has changed, the newest last
 */
@Document("members")
public record Member(
        @Id long id,
        String name,
        String derivedSalutation,
        @Nullable String correctedSalutation,
        @Nullable String party,
        Office office,
        List<DirectoryChange> history,
        @Version @Nullable Long version) {

    private static final int LONGEST_HISTORY = 300;

    public Member {
        history = List.copyOf(history.subList(Math.max(0, history.size() - LONGEST_HISTORY), history.size()));
    }

    static Member firstHeardOf(Person person) {
        var listed = person.listing() instanceof Listing.Address known ? known.address() : null;
        return new Member(
                person.id(),
                person.name(),
                person.salutation(),
                null,
                person.party(),
                Office.listed(listed),
                List.of(),
                null);
    }

    /** What follows "Dear". */
    public String salutation() {
        return correctedSalutation == null ? derivedSalutation : correctedSalutation;
    }

    public Contact contact() {
        return office.contact();
    }

    /** How others know this person, whatever seat they hold. */
    public String key() {
        return "member:" + id;
    }

    /** What a source says now. What staff have corrected stays. */
    Member described(Person person, Telling telling) {
        var told = switch (person.listing()) {
            case Listing.Address known -> office.listing(known.address());
            case Listing.Nothing nothing -> office.listing(null);
            case Listing.Untold untold -> office;
        };
        var itsParty = person.party() == null ? party : person.party();
        var changes = new Changes(telling);
        changes.note(What.NAME, name, person.name());
        changes.note(What.PARTY, party, itsParty);
        changes.note(What.ADDRESS, office.listed(), told.listed());
        changes.note(What.SALUTATION, derivedSalutation, person.salutation());
        return changes.lines().isEmpty()
                ? this
                : new Member(
                        id,
                        person.name(),
                        person.salutation(),
                        correctedSalutation,
                        itsParty,
                        told,
                        changes.after(history),
                        version);
    }

    /** @param salutation null to go back to what the name tells */
    Member salutedAs(@Nullable String salutation, Telling telling) {
        var changes = new Changes(telling);
        changes.note(What.SALUTATION, salutation(), salutation == null ? derivedSalutation : salutation);
        return new Member(id, name, derivedSalutation, salutation, party, office, changes.after(history), version);
    }

    /** @param address null where this office takes no mail */
    Member reachedByHand(@Nullable String address, Telling telling) {
        return reached(office.setByHand(address), What.ADDRESS_BY_HAND, telling);
    }

    Member reachedAsListed(Telling telling) {
        return reached(office.followingTheSource(), What.ADDRESS_AS_LISTED, telling);
    }

    /** @param sent when the letter that came back was sent */
    Member bounced(String address, Instant sent, Telling telling) {
        return reached(office.bounced(address, sent), What.BOUNCED, telling);
    }

    Member works(Telling telling) {
        return reached(office.works(telling.at()), What.WORKS_AGAIN, telling);
    }

    private Member reached(Office next, What what, Telling telling) {
        if (next.equals(office)) {
            return this;
        }
        var before = office.contact().address();
        var lines = new ArrayList<>(history);
        lines.add(telling.change(what, before, next.contact().address()));
        return new Member(id, name, derivedSalutation, correctedSalutation, party, next, lines, version);
    }

    /** Lines for those values that are new. */
    private record Changes(Telling telling, List<DirectoryChange> lines) {

        Changes(Telling telling) {
            this(telling, new ArrayList<>());
        }

        void note(What what, @Nullable String before, @Nullable String after) {
            if (!Objects.equals(before, after)) {
                lines.add(telling.change(what, before, after));
            }
        }

        List<DirectoryChange> after(List<DirectoryChange> earlier) {
            var all = new ArrayList<>(earlier);
            all.addAll(lines);
            return all;
        }
    }

    /** Says who, not how to reach them. */
    @Override
    public String toString() {
        return key();
    }
}
