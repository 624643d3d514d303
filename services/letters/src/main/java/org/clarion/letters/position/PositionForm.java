package org.clarion.letters.position;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.clarion.letters.position.PositionRecord.Note;
import org.clarion.pageshell.Figures;
import org.clarion.pageshell.FormFields;
import org.clarion.servicedefaults.input.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What staff note about where somebody stands; everything as typed.
 *
 * @param position a slug, or {@code unknown} to take back what was noted
 * @param on ISO date
 */
record PositionForm(
        @Nullable String position,
        @Nullable String on,
        @Nullable String source) {

    static final String UNKNOWN = "unknown";
    private static final int LONGEST_SOURCE = 500;

    static PositionForm empty(Instant now) {
        return new PositionForm(null, now.atZone(Figures.LONDON).toLocalDate().toString(), null);
    }

    /** @return empty where there are errors */
    Optional<Note> read(Errors errors, Instant now, String by) {
        var wanted = FormFields.said(position);
        var known = Arrays.stream(Position.values())
                .filter(each -> each.wireName().equals(wanted))
                .findFirst();
        if (known.isEmpty() && !wanted.equals(UNKNOWN)) {
            errors.rejectValue("position", "staff.position.missing");
        }
        var day = day(now);
        if (day.isEmpty()) {
            errors.rejectValue("on", "staff.position.on.wrong");
        }
        var where = FormFields.said(source);
        if (where.isEmpty() || where.length() > LONGEST_SOURCE || !CleanText.accepts(where)) {
            errors.rejectValue("source", "staff.position.source.wrong");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Note(known.orElse(null), day.orElseThrow(), where, now, by));
    }

    /** A day that has come. */
    private Optional<LocalDate> day(Instant now) {
        try {
            return Optional.of(LocalDate.parse(FormFields.said(on)))
                    .filter(day -> !day.isAfter(now.atZone(Figures.LONDON).toLocalDate()))
                    .filter(day -> day.getYear() > 1900);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
