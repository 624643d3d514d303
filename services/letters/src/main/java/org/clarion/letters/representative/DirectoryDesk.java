package org.clarion.letters.representative;

import java.time.Clock;
import java.util.Objects;
import java.util.function.BiFunction;
import org.clarion.letters.representative.DirectoryRefusal.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where staff correct what the sources say. */
@Component
class DirectoryDesk {

    private final Seats seats;
    private final Members members;
    private final Clock clock;

    DirectoryDesk(Seats seats, Members members, Clock clock) {
        this.seats = seats;
        this.members = members;
        this.clock = clock;
    }

    /** @param salutation null to go back to what the name tells */
    void salute(long member, @Nullable String salutation, String by) {
        change(
                member,
                by,
                (known, telling) -> Objects.equals(known.correctedSalutation(), salutation)
                        ? known
                        : known.salutedAs(salutation, telling));
    }

    /** @param address null where the office takes no mail */
    void reachByHand(long member, @Nullable String address, String by) {
        change(member, by, (known, telling) -> known.reachedByHand(address, telling));
    }

    void reachAsListed(long member, String by) {
        change(member, by, Member::reachedAsListed);
    }

    /** The address that bounced works again. */
    void works(long member, String by) {
        change(member, by, Member::works);
    }

    /**
     * The member has left, and no source knows it yet. Does nothing where somebody else holds the seat by now.
     *
     * @param code of the seat
     */
    void vacate(String code, long member, String by) {
        if (seats.find(code).isEmpty()) {
            throw new DirectoryRefusal(Reason.UNKNOWN);
        }
        var telling = Telling.now(by, clock.instant());
        seats.put(
                code,
                seat -> seat.current().filter(term -> term.member() == member).isPresent()
                        ? seat.vacated(null, telling)
                        : seat);
    }

    private void change(long member, String by, BiFunction<Member, Telling, Member> step) {
        var telling = Telling.now(by, clock.instant());
        members.change(member, known -> step.apply(known, telling))
                .orElseThrow(() -> new DirectoryRefusal(Reason.UNKNOWN));
    }
}
