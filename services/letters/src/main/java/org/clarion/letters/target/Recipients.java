package org.clarion.letters.target;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.letters.contact.Office;
import org.clarion.letters.representative.Holder;
import org.clarion.letters.representative.Holder.Held;
import org.clarion.letters.representative.Holder.NotKnown;
import org.clarion.letters.representative.Member;
import org.clarion.letters.representative.Representatives;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.clarion.places.Countries;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who is behind a target. */
@Component
public class Recipients {

    private static final String MEMBER = "member:";

    private final Representatives representatives;
    private final TargetLists lists;
    private final Constituencies constituencies;
    private final MessageSource messages;

    Recipients(
            Representatives representatives, TargetLists lists, Constituencies constituencies, MessageSource messages) {
        this.representatives = representatives;
        this.lists = lists;
        this.constituencies = constituencies;
        this.messages = messages;
    }

    /** Empty for a seat that is vacant or of which nothing is known, for an entry that is off its list, and for what there is not. */
    public Optional<Recipient> of(Target target, Instant at) {
        return Optional.ofNullable(of(Set.of(target), at).get(target));
    }

    /** Those without a person are missing, as in {@link #of(Target, Instant)}. */
    public Map<Target, Recipient> of(Collection<Target> targets, Instant at) {
        var found = new HashMap<Target, Recipient>();
        var seats = targets.stream().filter(Target::isSeat).map(Target::id).collect(Collectors.toSet());
        if (!seats.isEmpty()) {
            addSeats(representatives.holdersOf(seats, at), found);
        }
        var entries = targets.stream()
                .filter(target -> !target.isSeat())
                .map(Target::entryId)
                .collect(Collectors.toSet());
        if (!entries.isEmpty()) {
            lists.entries(entries).values().stream()
                    .filter(entry -> entry.isOnListAt(at))
                    .forEach(entry -> found.put(entry.target(), entry.asRecipient()));
        }
        return found;
    }

    /** The seats without a person are missing. */
    public Map<Target, Recipient> ofAllSeats(Instant at) {
        var found = new HashMap<Target, Recipient>();
        addSeats(representatives.holders(at), found);
        return found;
    }

    /** The seats among these of which the directory has been told nothing yet: they are not vacant. */
    public Set<Target> notKnown(Collection<Target> targets, Instant at) {
        var seats = targets.stream().filter(Target::isSeat).map(Target::id).collect(Collectors.toSet());
        if (seats.isEmpty()) {
            return Set.of();
        }
        return representatives.holdersOf(seats, at).entrySet().stream()
                .filter(seat -> seat.getValue() instanceof NotKnown)
                .map(seat -> Target.seat(seat.getKey()))
                .collect(Collectors.toSet());
    }

    private void addSeats(Map<String, Holder> holders, Map<Target, Recipient> found) {
        holders.forEach((code, holder) -> {
            if (holder instanceof Held held) {
                constituencies
                        .byCode(code)
                        .ifPresent(seat -> found.put(Target.seat(code), recipient(held.member(), seat)));
            }
        });
    }

    private Recipient recipient(Member member, Constituency seat) {
        return new Recipient(
                member.key(),
                member.name(),
                member.salutation(),
                messages.getMessage("recipient.role.mp", new Object[] {seat.name()}, Locale.UK),
                null,
                member.party(),
                Countries.UNITED_KINGDOM,
                member.contact());
    }

    /**
     * A letter came back for good. Marks the contact, unless it has another address by now; doing it twice is doing it
     * once.
     *
     * @param recipientKey of the person who was written to
     * @param sent when that letter was sent
     */
    public void bounced(String recipientKey, String address, Instant sent) {
        if (recipientKey.startsWith(MEMBER)) {
            representatives.bounced(Long.parseLong(recipientKey.substring(MEMBER.length())), address, sent);
        } else if (recipientKey.startsWith(TargetEntry.KEY)) {
            lists.change(
                    UUID.fromString(recipientKey.substring(TargetEntry.KEY.length())),
                    entry -> entry.bounced(address, sent));
        } else {
            throw new IllegalArgumentException("not the key of a recipient");
        }
    }

    /** Whether mail to this address reaches somebody who can be written to: to refuse an office as the "supporter". */
    public boolean isContactAddress(String address) {
        var mailbox = Office.canonical(address);
        return representatives.isContactAddress(mailbox) || lists.anyHasMailbox(mailbox);
    }
}
