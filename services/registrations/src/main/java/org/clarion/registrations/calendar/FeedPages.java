package org.clarion.registrations.calendar;

import java.util.Locale;
import java.util.stream.Stream;
import org.clarion.pageshell.Organisation;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.Session;
import org.clarion.registrations.gathering.Venue;
import org.clarion.servicedefaults.PublicUrl;
import org.clarion.servicedefaults.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What everybody may put into their calendar: one gathering, or all that are and will be. */
@Controller
public class FeedPages {

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
        return file(files.published(entries, organisation.name()), "calendar.ics");
    }

    @GetMapping("/events/{slug}/calendar.ics")
    ResponseEntity<String> one(@PathVariable String slug) {
        var gathering = gatherings.published(slug).orElseThrow(Problem.NOT_FOUND::asException);
        return file(files.published(entries(gathering).toList(), null), slug + ".ics");
    }

    private Stream<Entry> entries(Gathering gathering) {
        return gathering.programme().sessions().stream()
                .map(session -> new Entry(
                        gathering.id(),
                        session.number(),
                        gathering.edition(),
                        title(gathering, session),
                        gathering.programme().summary(),
                        session.startsAt(),
                        session.endsAt(),
                        place(gathering, session),
                        site.to("/events/" + gathering.slug()).toString(),
                        gathering.status() == Gathering.Status.CANCELLED));
    }

    /** {@code Film weeks: Leaving} */
    public static String title(Gathering gathering, Session session) {
        var title = gathering.programme().title();
        return session.title() == null ? title : title + ": " + session.title();
    }

    private String place(Gathering gathering, Session session) {
        var venue = venue(gathering, session);
        var language = Locale.forLanguageTag(gathering.programme().language());
        return venue == null ? words.getMessage("event.online", null, language) : venue.name() + ", " + venue.address();
    }

    public static @Nullable Venue venue(Gathering gathering, Session session) {
        return session.venue() == null ? gathering.setting().venue() : session.venue();
    }

    public static ResponseEntity<String> file(String content, String name) {
        return ResponseEntity.ok()
                .header("Content-Type", "text/calendar; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
