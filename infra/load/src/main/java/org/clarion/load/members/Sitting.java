package org.clarion.load.members;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who sits for a constituency.
 *
 * @param seat code of the constituency
 * @param member Parliament id; null while the seat is vacant
 * @param fullTitle such as {@code Rt Hon Ada Vale MP}
 * @param address null where none is known
 */
public record Sitting(
        String seat,
        @Nullable String member,
        String name,
        String fullTitle,
        String party,
        @Nullable String address) {

    private static final String VACANT = "Vacant";
    private static final String NO_ADDRESS = "No email found";

    /** As the files write it. */
    static Sitting written(String seat, String member, String name, String fullTitle, String party, String address) {
        return new Sitting(
                seat,
                member.equals(VACANT) ? null : member,
                name,
                fullTitle,
                party,
                address.isEmpty() || address.equals(NO_ADDRESS) ? null : address);
    }

    String[] line() {
        return new String[] {
            seat,
            Objects.requireNonNullElse(member, VACANT),
            fullTitle,
            name,
            party,
            Objects.requireNonNullElse(address, NO_ADDRESS)
        };
    }

    public boolean isVacant() {
        return member == null;
    }

    /** Whether a letter can go there. */
    public boolean isReachable() {
        return member != null && address != null;
    }

    /** How the platform knows the person; empty for a vacant seat. */
    public String key() {
        return member == null ? "" : "member:" + member;
    }

    /** The name as it stands on a letter: files have spaces too many. */
    public String calledName() {
        return name.strip().replaceAll("\\s+", " ");
    }

    /** Whether a letter to one goes out exactly as to the other: the party does not matter. */
    boolean isSameOffice(Sitting other) {
        return Objects.equals(member, other.member)
                && calledName().equals(other.calledName())
                && Objects.equals(address, other.address);
    }

    /** The same in every column but the full title, which files of changes leave out. */
    boolean saysTheSameAs(Sitting other) {
        return seat.equals(other.seat) && isSameOffice(other) && name.equals(other.name) && party.equals(other.party);
    }

    Sitting titled(String title) {
        return new Sitting(seat, member, name, title, party, address);
    }

    /** Shows no address: it may be a real one. */
    @Override
    public String toString() {
        return seat + " " + (member == null ? "vacant" : key());
    }
}
