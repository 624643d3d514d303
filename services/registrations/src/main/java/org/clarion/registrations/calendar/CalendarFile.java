package org.clarion.registrations.calendar;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.clarion.pageshell.Organisation;
import org.clarion.servicedefaults.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes entries as files that calendar programs read. */
@Component
public class CalendarFile {

    private static final String PRODUCT = "-//Clarion//Registrations//EN";

    private final Organisation organisation;
    private final PublicUrl site;
    private final Clock clock;

    CalendarFile(Organisation organisation, PublicUrl site, Clock clock) {
        this.organisation = organisation;
        this.site = site;
        this.clock = clock;
    }

    /**
     * For a mail: puts the entry into a calendar, changes it there, or, where it is cancelled, takes it away. One entry a
     * file, as RFC 5546 asks.
     *
     * @param attendee mail address of the recipient
     */
    public String invitation(Entry entry, String attendee) {
        var calendar = calendar(entry.cancelled() ? Method.CANCEL : Method.REQUEST);
        var event = event(entry);
        var guest = new Attendee(null, attendee);
        guest.setParticipationStatus(entry.cancelled() ? ParticipationStatus.DECLINED : ParticipationStatus.ACCEPTED);
        guest.setRsvp(false);
        event.addAttendee(guest);
        calendar.addEvent(event);
        return written(calendar);
    }

    /** For whoever takes it: to be imported once, or subscribed to. */
    public String published(List<Entry> entries, @Nullable String name) {
        var calendar = calendar(Method.PUBLISH);
        if (name != null) {
            calendar.setExperimentalProperty("X-WR-CALNAME", name); // what Google, Apple and Outlook show
        }
        entries.forEach(entry -> calendar.addEvent(event(entry)));
        return written(calendar);
    }

    /** A file that a browser offers to calendar programs. */
    public static ResponseEntity<String> download(String content, String name) {
        return ResponseEntity.ok()
                .header("Content-Type", "text/calendar; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(content);
    }

    private static ICalendar calendar(String method) {
        var calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId(PRODUCT);
        calendar.setMethod(method);
        calendar.getTimezoneInfo().setDefaultTimezone(LondonClock.assignment());
        return calendar;
    }

    private VEvent event(Entry entry) {
        var event = new VEvent();
        event.setUid(entry.owner() + "-" + entry.session() + "@" + site.origin().getHost());
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setSequence(entry.sequence());
        event.setSummary(entry.title());
        if (entry.description() != null) {
            event.setDescription(entry.description());
        }
        event.setDateStart(Date.from(entry.startsAt()), true);
        event.setDateEnd(Date.from(entry.endsAt()), true);
        if (entry.place() != null) {
            event.setLocation(entry.place());
        }
        event.setUrl(entry.page());
        event.setOrganizer(organizer());
        event.setStatus(entry.cancelled() ? Status.cancelled() : Status.confirmed());
        return event;
    }

    /** Answers of calendar programs go to whoever reads the charity's mail, or to an address that nobody reads. */
    private Organizer organizer() {
        var contact = organisation.contact();
        return new Organizer(
                organisation.name(),
                contact != null ? contact : "no-reply@" + site.origin().getHost());
    }

    private static String written(ICalendar calendar) {
        return Biweekly.write(calendar).go();
    }
}
