package org.clarion.pageshell;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Numbers, days and times as people read them, in the language of the request. Templates call it {@code #figures}. */
public final class Figures {

    /** Where days begin and campaigns close. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final MessageSource messages;

    public Figures(MessageSource messages) {
        this.messages = messages;
    }

    /** {@code 1,204} */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(language()).format(number);
    }

    /** {@code 42%}; a part that is not nothing and not all is never shown as 0% or 100%. */
    public String share(long part, long whole) {
        return percent(percent(part, whole));
    }

    /** Whole percent from 0 to 100, for bars and progress. */
    public int percent(long part, long whole) {
        if (whole <= 0 || part <= 0) {
            return 0;
        }
        if (part >= whole) {
            return 100;
        }
        return Math.clamp(Math.round(100.0 * part / whole), 1, 99);
    }

    private String percent(int percent) {
        return NumberFormat.getPercentInstance(language()).format(percent / 100.0);
    }

    /** {@code 14:32} in London */
    public String time(Instant at) {
        return format(at.atZone(LONDON), "HH:mm");
    }

    /** {@code 24 November 2026} in London */
    public String day(Instant at) {
        return format(at.atZone(LONDON), "d MMMM yyyy");
    }

    /** {@code 24 November 2026} */
    public String day(LocalDate day) {
        return format(day, "d MMMM yyyy");
    }

    /** {@code 24 Nov} */
    public String shortDay(LocalDate day) {
        return format(day, "d MMM");
    }

    /** {@code 24 November 2026, 14:32} in London */
    public String dayAndTime(Instant at) {
        return format(at.atZone(LONDON), "d MMMM yyyy, HH:mm");
    }

    /** What a {@code datetime-local} field holds, read as London time. */
    public static Instant instant(LocalDateTime field) {
        return field.atZone(LONDON).toInstant();
    }

    /** {@code 1,204 signatures} by the message {@code key}, whose first argument is the number for a choice, the second the figure. */
    public String counted(String key, long number) {
        return messages.getMessage(key, new Object[] {number, count(number)}, language());
    }

    /** A number with its time: {@code 1,204 signatures, 14:32}. */
    public String counted(String key, long number, Instant at) {
        return messages.getMessage("figure.at", new Object[] {counted(key, number), time(at)}, language());
    }

    private static String format(TemporalAccessor at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language()).format(at);
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
