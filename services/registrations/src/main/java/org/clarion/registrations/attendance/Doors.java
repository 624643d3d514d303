package org.clarion.registrations.attendance;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.pageshell.Figures;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.Session;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Finds the door at which somebody stands. */
@Component
class Doors {

    private final Gatherings gatherings;
    private final MessageSource words;
    private final Figures figures;
    private final Clock clock;

    Doors(Gatherings gatherings, MessageSource words, Figures figures, Clock clock) {
        this.gatherings = gatherings;
        this.words = words;
        this.figures = figures;
        this.clock = clock;
    }

    /** @throws ActionRefusal if there is no such session */
    Door of(UUID gathering, int session) {
        var found = gatherings.find(gathering);
        return found.session(session)
                .map(each -> new Door(found, each))
                .orElseThrow(() -> new ActionRefusal(Reason.UNKNOWN));
    }

    /** The one at which people arrive now; empty for a draft without sessions. */
    Optional<Door> now(UUID gathering) {
        var found = gatherings.find(gathering);
        return Door.now(found, found.sessionNumbers(), clock.instant());
    }

    /** The one that this ticket is for, now. */
    Optional<Door> now(Attendee attendee) {
        return gatherings
                .remembered(attendee.gathering())
                .flatMap(found -> Door.now(found, attendee.wish().sessions(), clock.instant()));
    }

    /** The same of several tickets with one code: the one that is nearest in time. */
    Optional<Map.Entry<Attendee, Door>> nearest(List<Attendee> attendees) {
        var now = clock.instant();
        return attendees.stream()
                .flatMap(each -> now(each).map(door -> Map.entry(each, door)).stream())
                .min(Comparator.comparing(each -> each.getValue().farFrom(now)));
    }

    /** The sessions of a gathering as people name them: number → name and time. */
    List<Map.Entry<String, String>> sessions(Gathering gathering) {
        return gathering.programme().sessions().stream()
                .map(session -> Map.entry(Integer.toString(session.number()), name(session)))
                .toList();
    }

    String name(Session session) {
        var locale = LocaleContextHolder.getLocale();
        var title = session.title() == null
                ? words.getMessage("staff.door.session", new Object[] {session.number()}, locale)
                : session.title();
        return title + ", " + figures.dayAndTime(session.startsAt());
    }
}
