package org.clarion.letters.target;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is written to: a seat of the Commons, whoever holds it, or an entry of a list.
 *
 * @param id the code of the seat, or the id of the entry
 */
public record Target(Kind kind, String id) {

    public enum Kind {
        SEAT,
        ENTRY
    }

    private static final Pattern SEAT = Pattern.compile("[ENSW]\\d{8}");
    private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** @throws IllegalArgumentException where the id is not of that kind */
    public Target {
        if (!(kind == Kind.SEAT ? SEAT : ENTRY).matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a target");
        }
    }

    /** @param code such as {@code E14001530} */
    public static Target seat(String code) {
        return new Target(Kind.SEAT, code);
    }

    public static Target entry(UUID id) {
        return new Target(Kind.ENTRY, id.toString());
    }

    /** As forms, messages and dimensions carry it. */
    public String wireName() {
        return id;
    }

    /** Well formed; whether there is such a seat or entry is another question. */
    public static Optional<Target> parse(@Nullable String wire) {
        if (wire == null) {
            return Optional.empty();
        }
        if (SEAT.matcher(wire).matches()) {
            return Optional.of(new Target(Kind.SEAT, wire));
        }
        return ENTRY.matcher(wire).matches() ? Optional.of(new Target(Kind.ENTRY, wire)) : Optional.empty();
    }

    public boolean isSeat() {
        return kind == Kind.SEAT;
    }

    /** @throws IllegalStateException for a seat */
    public UUID entryId() {
        if (kind != Kind.ENTRY) {
            throw new IllegalStateException("a seat is no entry");
        }
        return UUID.fromString(id);
    }

    @Override
    public String toString() {
        return id;
    }
}
