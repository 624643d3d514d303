package org.clarion.letters.contact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.clarion.letters.contact.Contact.State;
import org.clarion.supporters.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the mailbox of somebody who is written to.
 *
 * @param listed address that the source gives; null where it says that there is none
 * @param byHand what staff have set in its place; null where the source is followed
 * @param bounce the newest hard bounce that counts; null where none does
 * @param worksSince when staff last said that the address works: bounces of letters before that do not count
 * @param mailboxes the addresses of this office, in one spelling per mailbox: follows from the others, for an index
 */
public record Office(
        @Nullable String listed,
        @Nullable ByHand byHand,
        @Nullable Bounce bounce,
        @Nullable Instant worksSince,
        List<String> mailboxes) {

    public Office {
        mailboxes = Stream.of(listed, byHand == null ? null : byHand.address())
                .filter(Objects::nonNull)
                .map(Office::canonical)
                .distinct()
                .toList();
    }

    private Office(
            @Nullable String listed, @Nullable ByHand byHand, @Nullable Bounce bounce, @Nullable Instant worksSince) {
        this(listed, byHand, bounce, worksSince, List.of());
    }

    /** @param address null where this office takes no mail */
    public record ByHand(@Nullable String address) {}

    /** @param at when the letter that came back was sent */
    public record Bounce(String address, Instant at) {}

    public static Office listed(@Nullable String address) {
        return new Office(address, null, null, null);
    }

    public Contact contact() {
        var address = address();
        if (address != null && bounce != null && isSame(bounce.address(), address)) {
            return new Contact(address, State.BOUNCING);
        }
        if (byHand != null) {
            return new Contact(address, State.BY_HAND);
        }
        return new Contact(address, address == null ? State.NONE_KNOWN : State.FINE);
    }

    private @Nullable String address() {
        return byHand == null ? listed : byHand.address();
    }

    /** What the source says now. What staff have set stays. */
    public Office listing(@Nullable String address) {
        return Objects.equals(listed, address) ? this : new Office(address, byHand, bounce, worksSince);
    }

    public Office setByHand(@Nullable String address) {
        return new Office(listed, new ByHand(address), bounce, worksSince);
    }

    public Office followingTheSource() {
        return byHand == null ? this : new Office(listed, null, bounce, worksSince);
    }

    /**
     * A letter came back. Changes nothing for an address that is not the one in use, and for a letter that was sent
     * before staff said that the address works.
     *
     * @param at when the letter was sent
     */
    public Office bounced(String address, Instant at) {
        var overtaken = worksSince != null && at.isBefore(worksSince);
        var current = address();
        if (overtaken
                || current == null
                || !isSame(current, address)
                || contact().state() == State.BOUNCING) {
            return this;
        }
        return new Office(listed, byHand, new Bounce(current, at), worksSince);
    }

    public Office works(Instant now) {
        return bounce == null ? this : new Office(listed, byHand, null, now);
    }

    /** One spelling per mailbox. */
    public static String canonical(String address) {
        return EmailAddress.parse(address).map(EmailAddress::canonical).orElseGet(address::strip);
    }

    private static boolean isSame(String one, String other) {
        return canonical(one).equals(canonical(other));
    }

    /** Says nothing, so that an address cannot slip into a log. */
    @Override
    public String toString() {
        return "Office[" + contact() + "]";
    }
}
