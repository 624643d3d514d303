package org.clarion.letters.target;

import java.util.Optional;
import org.clarion.letters.target.TargetEntry.Details;
import org.clarion.pageshell.FormFields;
import org.clarion.places.Countries;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Somebody on a list; everything as typed, so that nothing typed is lost.
 *
 * @param version of the entry when the form was shown; empty for a new one
 */
record EntryForm(
        @Nullable String name,
        @Nullable String title,
        @Nullable String organisation,
        @Nullable String salutation,
        @Nullable String address,
        @Nullable String country,
        @Nullable String version) {

    static EntryForm empty() {
        return new EntryForm(null, null, null, null, null, Countries.UNITED_KINGDOM, null);
    }

    static EntryForm of(TargetEntry entry) {
        return new EntryForm(
                entry.name(),
                entry.title(),
                entry.organisation(),
                entry.salutation(),
                entry.office().listed(),
                entry.country(),
                String.valueOf(entry.version()));
    }

    /** @return empty where there are errors */
    Optional<Details> read(Errors errors) {
        var fields = new EntryFields(
                FormFields.said(name),
                FormFields.said(title),
                FormFields.said(organisation),
                FormFields.said(salutation),
                FormFields.said(address),
                FormFields.said(country));
        var flaw = fields.flaw();
        flaw.ifPresent(found -> errors.rejectValue(found.wireName(), "staff.entry." + found.wireName() + ".wrong"));
        return flaw.isPresent() ? Optional.empty() : Optional.of(fields.read());
    }
}
