package org.clarion.registrations.calendar;

import java.util.Locale;
import java.util.stream.Stream;
import org.clarion.pageshell.Organisation;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.Session;
import org.clarion.servicedefaults.PublicUrl;
import org.clarion.servicedefaults.problems.Problem;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What everybody may put into their calendar: one gathering, or all that are and will be. */
@Controller
class FeedPages {

    private final Gatherings gatherings;
    private final CalendarFile files;
    private final Organisation organisation;
    private final PublicUrl site;
    private final MessageSource words;

    FeedPages(
            Gatherings gatherings, CalendarFile files, Organisation organisation, PublicUrl site, MessageSource words) {
        this.gatherings = gatherings;
        this.files = files;
        this.organisation = organisation;
        this.site = site;
        this.words = words;
    }

    /** To subscribe to: drafts, unlisted ones and invitations are not in it, what was cancelled is and says so. */
    @GetMapping("/events/calendar.ics")
    ResponseEntity<String> all() {
        var entries = gatherings.listed().stream().flatMap(this::entries).toList();
        return CalendarFile.download(files.published(entries, organisation.name()), "calendar.ics");
    }

    @GetMapping("/events/{slug}/calendar.ics")
    ResponseEntity<String> one(@PathVariable String slug) {
        var gathering = gatherings.published(slug).orElseThrow(Problem.NOT_FOUND::asException);
        return CalendarFile.download(files.published(entries(gathering).toList(), null), slug + ".ics");
    }

    private Stream<Entry> entries(Gathering gathering) {
        return gathering.programme().sessions().stream()
                .map(session -> new Entry(
                        gathering.id(),
                        session.number(),
                        gathering.edition(),
                        gathering.title(session),
                        gathering.programme().summary(),
                        session.startsAt(),
                        session.endsAt(),
                        place(gathering, session),
                        site.to("/events/" + gathering.slug()).toString(),
                        gathering.status() == Gathering.Status.CANCELLED));
    }

    private String place(Gathering gathering, Session session) {
        var venue = gathering.venue(session);
        var language = Locale.forLanguageTag(gathering.programme().language());
        return venue == null ? words.getMessage("event.online", null, language) : venue.name() + ", " + venue.address();
    }
}
