package org.clarion.letters.representative;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clarion.letters.contact.Office;
import org.clarion.letters.representative.Holder.Held;
import org.clarion.letters.representative.Holder.NotKnown;
import org.clarion.letters.representative.Holder.Vacant;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who represents whom, now and then. */
@Component
public class Representatives {

    private final Seats seats;
    private final Members members;
    private final Constituencies constituencies;
    private final Clock clock;

    Representatives(Seats seats, Members members, Constituencies constituencies, Clock clock) {
        this.seats = seats;
        this.members = members;
        this.constituencies = constituencies;
        this.clock = clock;
    }

    /** @param seat code of the constituency */
    public Holder holderOf(String seat, Instant at) {
        return Objects.requireNonNullElseGet(holdersOf(Set.of(seat), at).get(seat), NotKnown::new);
    }

    /** By code. */
    public Map<String, Holder> holdersOf(Collection<String> codes, Instant at) {
        return holders(codes, seats.find(codes), at);
    }

    /** All 650, by code. */
    public Map<String, Holder> holders(Instant at) {
        var codes = constituencies.all().stream().map(Constituency::code).toList();
        return holders(codes, seats.all(), at);
    }

    private Map<String, Holder> holders(Collection<String> codes, Map<String, Seat> known, Instant at) {
        var terms = new HashMap<String, Term>();
        for (var code : codes) {
            Optional.ofNullable(known.get(code))
                    .flatMap(seat -> seat.termAt(at))
                    .ifPresent(term -> terms.put(code, term));
        }
        var people = members.find(
                terms.values().stream().map(Term::member).distinct().toList());
        var holders = new HashMap<String, Holder>();
        for (var code : codes) {
            holders.put(code, holder(known.get(code), terms.get(code), people, at));
        }
        return holders;
    }

    private static Holder holder(@Nullable Seat seat, @Nullable Term term, Map<Long, Member> people, Instant at) {
        if (seat == null) {
            return new NotKnown();
        }
        if (term == null) {
            return new Vacant(seat.emptySince(at).orElse(null));
        }
        var member = people.get(term.member());
        return member == null ? new NotKnown() : new Held(member, term);
    }

    /** @param id Parliament id */
    public Optional<Member> find(long id) {
        return members.find(id);
    }

    /** By Parliament id; unknown ones missing. */
    public Map<Long, Member> find(Collection<Long> ids) {
        return members.find(ids);
    }

    /**
     * A letter to a member came back. Doing it twice is doing it once.
     *
     * @param sent when that letter was sent
     */
    public void bounced(long member, String address, Instant sent) {
        var telling = Telling.now(Telling.RETURNED_LETTER, clock.instant());
        members.change(member, known -> known.bounced(address, sent, telling));
    }

    /** Whether mail to this address reaches the office of a member. */
    public boolean isContactAddress(String address) {
        return members.anyHasMailbox(Office.canonical(address));
    }
}
