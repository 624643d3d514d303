package org.clarion.pageshell;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Reads what was typed into the fields of a form, each as the text that it came as. */
public final class FormFields {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private FormFields() {}

    /** Without space around it, and with line ends as everybody else writes them: a form posts CR LF. */
    public static String said(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").strip();
    }

    /** The same; null where nothing was said. */
    public static @Nullable String saidOrNull(@Nullable String typed) {
        var said = said(typed);
        return said.isEmpty() ? null : said;
    }

    /** The version that the editor had before them; -1, which nothing has, where the field does not tell. */
    public static long seenVersion(@Nullable String typed) {
        try {
            return typed == null ? -1 : Long.parseLong(typed);
        } catch (NumberFormatException e) {
            return -1; // the same as something that has changed: nothing is overwritten
        }
    }

    /**
     * A {@code datetime-local} field, as London time; of a time that comes twice, the first. One that the clocks jump over is refused.
     *
     * @param wrong key of what to say about one that is none
     * @return null for an empty one, and for one that is none
     */
    public static @Nullable Instant time(String field, @Nullable String typed, String wrong, Errors errors) {
        if (said(typed).isEmpty()) {
            return null;
        }
        try {
            var shown = LocalDateTime.parse(said(typed), DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            if (Figures.LONDON.getRules().getValidOffsets(shown).isEmpty()) {
                errors.rejectValue(field, "form.time.skipped");
                return null;
            }
            return Figures.instant(shown);
        } catch (DateTimeParseException e) {
            errors.rejectValue(field, wrong);
            return null;
        }
    }

    /** The way back: what a {@code datetime-local} field shows; null for none. */
    public static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : LOCAL.format(at.atZone(Figures.LONDON));
    }

    /**
     * The id behind an option.
     *
     * @param wrong key of what to say about one that is none
     * @return null for an empty one, and for one that is none
     */
    public static @Nullable UUID id(String field, @Nullable String typed, String wrong, Errors errors) {
        if (said(typed).isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(said(typed));
        } catch (IllegalArgumentException e) {
            errors.rejectValue(field, wrong);
            return null;
        }
    }
}
