package org.clarion.letters.target;

import java.util.Locale;
import java.util.Optional;
import org.clarion.letters.representative.Salutation;
import org.clarion.letters.target.TargetEntry.Details;
import org.clarion.pageshell.FormFields;
import org.clarion.places.Countries;
import org.clarion.servicedefaults.WireNamed;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.PersonName;

/** Somebody as typed into the fields of a form, or of a line of a table: read in one way. */
record EntryFields(String name, String title, String organisation, String salutation, String address, String country) {

    static final int LONGEST_TITLE = 150;

    /** What is wrong with the field of that name. */
    enum Flaw implements WireNamed {
        NAME,
        TITLE,
        ORGANISATION,
        SALUTATION,
        ADDRESS,
        COUNTRY
    }

    Optional<Flaw> flaw() {
        if (PersonName.flawIn(name).isPresent()) {
            return Optional.of(Flaw.NAME);
        }
        if (isFlawed(title)) {
            return Optional.of(Flaw.TITLE);
        }
        if (isFlawed(organisation)) {
            return Optional.of(Flaw.ORGANISATION);
        }
        if (!salutation.isBlank() && PersonName.flawIn(salutation).isPresent()) {
            return Optional.of(Flaw.SALUTATION);
        }
        if (!address.isBlank() && EmailAddress.parse(address).isEmpty()) {
            return Optional.of(Flaw.ADDRESS);
        }
        return Countries.isKnown(countryCode()) ? Optional.empty() : Optional.of(Flaw.COUNTRY);
    }

    /** What stands in the field that has the flaw. */
    String said(Flaw flaw) {
        return switch (flaw) {
            case NAME -> name;
            case TITLE -> title;
            case ORGANISATION -> organisation;
            case SALUTATION -> salutation;
            case ADDRESS -> address;
            case COUNTRY -> country;
        };
    }

    /** Titles and organisations may be long, and say little that a name may not: "Rivers & Co", "Head of Policy (UK)". */
    private static boolean isFlawed(String text) {
        return text.length() > LONGEST_TITLE
                || text.codePoints().anyMatch(EntryFields::isUnfit)
                || (!text.isBlank() && "=+-@".indexOf(text.charAt(0)) >= 0);
    }

    private static boolean isUnfit(int c) {
        var type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE;
    }

    private String countryCode() {
        return country.isBlank() ? Countries.UNITED_KINGDOM : country.strip().toUpperCase(Locale.ROOT);
    }

    /** Call only where there is no flaw. */
    Details read() {
        var called = new PersonName(name).value();
        return new Details(
                called,
                title.strip(),
                FormFields.saidOrNull(organisation),
                salutation.isBlank() ? Salutation.of(called) : new PersonName(salutation).value(),
                EmailAddress.parse(address).map(EmailAddress::deliverable).orElse(null),
                countryCode());
    }
}
