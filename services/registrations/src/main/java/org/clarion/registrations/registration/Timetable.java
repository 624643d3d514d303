package org.clarion.registrations.registration;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.clarion.pageshell.Figures;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Session;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Times of sessions as people read them in mails, where no request says in which language. */
@Component
class Timetable {

    private static final String DAY = "EEEE d MMMM yyyy";
    private static final String TIME = "HH:mm";

    private final MessageSource words;

    Timetable(MessageSource words) {
        this.words = words;
    }

    /** The chosen sessions, one by one: {@code Leaving, Thursday 14 January 2027, 18:30 to 20:30}. */
    List<String> sessions(Gathering gathering, Collection<Integer> numbers, Locale locale) {
        return gathering.programme().sessions().stream()
                .filter(session -> numbers.contains(session.number()))
                .map(session -> (session.title() == null ? "" : session.title() + ", ") + when(session, locale))
                .toList();
    }

    /** By its title, or by when it begins. */
    String name(Session session, Locale locale) {
        return session.title() == null ? dayAndTime(session.startsAt(), locale) : session.title();
    }

    /** {@code 2 people} */
    String party(int heads, Locale locale) {
        return words.getMessage("event.heads", new Object[] {heads, Integer.toString(heads)}, locale);
    }

    /** @param later whether the address to join at is yet to be sent */
    String online(boolean later, Locale locale) {
        return words.getMessage(later ? "event.online" : "event.mode.online", null, locale);
    }

    String dayAndTime(Instant at, Locale locale) {
        return format(at, DAY + ", " + TIME, locale);
    }

    private String when(Session session, Locale locale) {
        var sameDay = format(session.startsAt(), DAY, locale).equals(format(session.endsAt(), DAY, locale));
        var to = sameDay ? format(session.endsAt(), TIME, locale) : dayAndTime(session.endsAt(), locale);
        return words.getMessage("event.when", new Object[] {dayAndTime(session.startsAt(), locale), to}, locale);
    }

    private static String format(Instant at, String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(Figures.LONDON));
    }
}
