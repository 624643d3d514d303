package org.clarion.registrations.registration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.clarion.messaging.mail.MailAnswer.Attachment;
import org.clarion.registrations.calendar.CalendarFile;
import org.clarion.registrations.calendar.Entry;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.registration.Registration.Status;
import org.clarion.servicedefaults.PublicUrl;
import org.springframework.stereotype.Component;

/** The files that go with the mails of a registration: its ticket as a picture, and what belongs into a calendar. */
@Component
class Attachments {

    private final CalendarFile files;
    private final Timetable timetable;
    private final PublicUrl site;

    Attachments(CalendarFile files, Timetable timetable, PublicUrl site) {
        this.files = files;
        this.timetable = timetable;
        this.site = site;
    }

    List<Attachment> to(String purpose, Registration registration, Gathering gathering, String address) {
        return switch (purpose) {
            case Registration.TICKET_MAIL -> {
                var all = new ArrayList<Attachment>();
                all.add(ticket(registration));
                all.addAll(invitations(registration, gathering, address));
                yield all;
            }
            case Registration.CHANGE_MAIL, Registration.CANCELLED_MAIL, Registration.CALLED_OFF_MAIL ->
                invitations(registration, gathering, address);
            default -> List.of();
        };
    }

    /** Leads a phone's own camera to the page at which staff who are signed in let its owner in. */
    private Attachment ticket(Registration registration) {
        var page = site.to("/staff/registrations/door/" + registration.code());
        return new Attachment("ticket-" + registration.code() + ".png", "image/png", QrCode.png(page.toString()));
    }

    /** One for each session that ever stood in their calendar, those taken away among them. */
    private List<Attachment> invitations(Registration registration, Gathering gathering, String address) {
        var comes = registration.status() == Status.CONFIRMED && gathering.status() != Gathering.Status.CANCELLED;
        return entries(registration, gathering, registration.invited()).stream()
                .map(entry -> comes && registration.seat().wish().sessions().contains(entry.session())
                        ? entry
                        : entry.asCancelled())
                .map(entry -> new Attachment(
                        "session-" + entry.session() + ".ics",
                        "text/calendar; charset=utf-8; method=" + (entry.cancelled() ? "CANCEL" : "REQUEST"),
                        files.invitation(entry, address).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** The sessions of somebody who has a place, as a file to take away. */
    String file(Registration registration, Gathering gathering) {
        return files.published(
                entries(registration, gathering, registration.seat().wish().sessions()), null);
    }

    private List<Entry> entries(Registration registration, Gathering gathering, Collection<Integer> sessions) {
        var locale = Locale.forLanguageTag(registration.details().language());
        return gathering.programme().sessions().stream()
                .filter(session -> sessions.contains(session.number()))
                .map(session -> {
                    var venue = registration.seat().wish().mode() == Mode.ONLINE ? null : gathering.venue(session);
                    return new Entry(
                            registration.id(),
                            session.number(),
                            registration.sequence(gathering.edition()),
                            gathering.title(session),
                            gathering.programme().summary(),
                            session.startsAt(),
                            session.endsAt(),
                            venue == null ? timetable.online(true, locale) : venue.name() + ", " + venue.address(),
                            site.to("/events/" + gathering.slug()).toString(),
                            false);
                })
                .toList();
    }
}
