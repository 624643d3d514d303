package org.clarion.letters.representative;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clarion.letters.representative.Person.Listing;
import org.clarion.letters.representative.Register.Empty;
import org.clarion.letters.representative.Register.Row;
import org.clarion.letters.representative.Register.Taken;
import org.clarion.letters.sheet.Sheet;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Members as CSV, a line for each seat, in the shape of the {@code mp_lookup.csv} that the Department for Education
 * publishes from Parliament's data. Columns go by name: {@code pcon_code}, {@code member_id} and {@code display_as} must be
 * there, {@code full_title}, {@code party_text} and {@code member_email} may be. Seats are told apart by their codes alone.
 */
final class MemberFile implements MemberSource {

    private static final String CODE = "pcon_code";
    private static final String ID = "member_id";
    private static final String NAME = "display_as";
    private static final String FULL_TITLE = "full_title";
    private static final String PARTY = "party_text";
    private static final String EMAIL = "member_email";

    private static final String VACANT = "vacant";
    private static final String NO_EMAIL = "no email found";
    private static final int LONGEST_PARTY = 100;

    private final String fileName;
    private final byte[] bytes;
    private final Constituencies constituencies;

    MemberFile(String fileName, byte[] bytes, Constituencies constituencies) {
        this.fileName = fileName;
        this.bytes = bytes;
        this.constituencies = constituencies;
    }

    @Override
    public String name() {
        return "file:" + fileName;
    }

    @Override
    public Register read(Map<String, Seat> known) {
        var sheet = Sheet.read(bytes);
        Stream.of(CODE, ID, NAME).forEach(sheet::required);
        var seats = new HashMap<String, Long>();
        var people = new HashMap<Long, Long>();
        var rows = new ArrayList<Row>();
        for (var line : sheet.rows()) {
            var row = row(line, sheet);
            var earlier = seats.putIfAbsent(row.seat(), line.line());
            if (earlier != null) {
                throw line.broken("seat-twice", line.text(CODE), earlier);
            }
            if (row instanceof Taken taken) {
                var elsewhere = people.putIfAbsent(taken.person().id(), line.line());
                if (elsewhere != null) {
                    throw line.broken("member-twice", line.text(ID), elsewhere);
                }
            }
            rows.add(row);
        }
        return new Register(rows, List.of());
    }

    private Row row(Sheet.Row line, Sheet sheet) {
        var seat = constituencies
                .byCode(line.text(CODE))
                .map(Constituency::code)
                .orElseThrow(() -> line.broken("no-constituency", line.text(CODE)));
        if (line.text(ID).equalsIgnoreCase(VACANT)) {
            return new Empty(seat, null);
        }
        var name = name(line);
        var person = new Person(
                id(line),
                name,
                Salutation.of(name, tidy(line.text(FULL_TITLE)), null),
                sheet.has(PARTY) ? party(line) : null,
                sheet.has(EMAIL) ? listing(line) : new Listing.Untold());
        return new Taken(seat, person, null, null);
    }

    private static long id(Sheet.Row line) {
        var text = line.text(ID);
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw line.broken("no-member-id", text);
        }
        return Long.parseLong(text);
    }

    private static String name(Sheet.Row line) {
        var name = tidy(line.text(NAME));
        if (PersonName.flawIn(name).isPresent()) {
            throw line.broken("no-name", name);
        }
        return name;
    }

    private static @Nullable String party(Sheet.Row line) {
        var party = tidy(line.text(PARTY));
        if (party.length() > LONGEST_PARTY) {
            throw line.broken("long", PARTY, LONGEST_PARTY);
        }
        return party.isEmpty() ? null : party;
    }

    private static Listing listing(Sheet.Row line) {
        var text = line.text(EMAIL);
        if (text.isEmpty() || text.equalsIgnoreCase(NO_EMAIL)) {
            return new Listing.Nothing();
        }
        return firstAddressIn(text)
                .<Listing>map(Listing.Address::new)
                .orElseThrow(() -> line.broken("no-address", text));
    }

    /** Some offices give two. */
    static Optional<String> firstAddressIn(String text) {
        return Stream.concat(Stream.of(text), Stream.of(text.split("[;,\\s]+")))
                .flatMap(part -> EmailAddress.parse(part).stream())
                .map(EmailAddress::deliverable)
                .findFirst();
    }

    static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }
}
