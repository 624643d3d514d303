package org.clarion.registrations.registration;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.pageshell.Figures;
import org.clarion.pageshell.Markdown;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Session;
import org.clarion.registrations.places.PlacesDesk;
import org.clarion.registrations.places.Standing;
import org.clarion.servicedefaults.PublicUrl;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A gathering as supporters see it. */
@Component
class GatheringView {

    /**
     * A session as it stands on the page.
     *
     * @param when day and times, in the language of the page
     * @param left how many places there are, in words; null where nobody counts
     */
    record Part(Session session, String title, String when, boolean begun, List<String> left) {}

    private final Campaigns campaigns;
    private final PlacesDesk places;
    private final Markdown markdown;
    private final Figures figures;
    private final MessageSource words;
    private final PublicUrl site;
    private final Clock clock;

    GatheringView(
            Campaigns campaigns,
            PlacesDesk places,
            Markdown markdown,
            Figures figures,
            MessageSource words,
            PublicUrl site,
            Clock clock) {
        this.campaigns = campaigns;
        this.places = places;
        this.markdown = markdown;
        this.figures = figures;
        this.words = words;
        this.site = site;
        this.clock = clock;
    }

    /** Fills the model for the page and names it. The form is the caller's. */
    String show(Gathering gathering, Model model, Locale locale) {
        var now = clock.instant();
        model.asMap().putIfAbsent("preview", false);
        model.addAttribute("gathering", gathering);
        model.addAttribute("parts", parts(gathering, locale));
        model.addAttribute("html", markdown.html(gathering.programme().text()));
        model.addAttribute("description", gathering.programme().summary());
        model.addAttribute("address", address(gathering).toString());
        model.addAttribute("takesRegistrations", gathering.takesRegistrationsAt(now));
        model.addAttribute("isYetToOpen", gathering.isYetToOpenAt(now));
        // In the words of schema.org's Event, for search engines.
        model.addAttribute("eventStatus", "https://schema.org/" + status(gathering));
        model.addAttribute("attendanceMode", "https://schema.org/" + mode(gathering));
        choices(gathering, model, locale);
        campaigns.find(gathering.campaign()).ifPresent(campaign -> {
            model.addAttribute("accent", campaign.accent());
            model.addAttribute("campaign", campaign);
        });
        return "event";
    }

    /** What the fields for heads, sessions and mode let people choose. */
    void choices(Gathering gathering, Model model, Locale locale) {
        var now = clock.instant();
        model.addAttribute(
                "headChoices",
                IntStream.rangeClosed(1, gathering.admission().largestParty())
                        .mapToObj(heads -> Map.entry(Integer.toString(heads), figures.counted("event.heads", heads)))
                        .toList());
        model.addAttribute(
                "sessionChoices",
                parts(gathering, locale).stream()
                        .filter(part -> !part.session().hasBegunAt(now))
                        .map(part -> Map.entry(
                                Integer.toString(part.session().number()), part.title() + " · " + part.when()))
                        .toList());
        model.addAttribute(
                "modeChoices",
                gathering.setting().modes().stream()
                        .sorted()
                        .map(mode -> Map.entry(
                                mode.wireName(), words.getMessage("event.mode." + mode.wireName(), null, locale)))
                        .toList());
    }

    URI address(Gathering gathering) {
        return site.to("/events/" + gathering.slug());
    }

    /** Day and times of a session: {@code 14 January 2027, 18:30 to 20:30}. */
    String when(Session session, Locale locale) {
        var from = figures.dayAndTime(session.startsAt());
        var sameDay = figures.day(session.startsAt()).equals(figures.day(session.endsAt()));
        var to = sameDay ? figures.time(session.endsAt()) : figures.dayAndTime(session.endsAt());
        return words.getMessage("event.when", new Object[] {from, to}, locale);
    }

    String title(Gathering gathering, Session session) {
        return session.title() == null ? gathering.programme().title() : session.title();
    }

    private List<Part> parts(Gathering gathering, Locale locale) {
        var now = clock.instant();
        var left = places.standings(gathering);
        return gathering.programme().sessions().stream()
                .map(session -> new Part(
                        session,
                        title(gathering, session),
                        when(session, locale),
                        session.hasBegunAt(now),
                        left.stream()
                                .filter(each -> each.session() == session.number() && each.left() != null)
                                .map(each -> leftInWords(each, gathering, locale))
                                .toList()))
                .toList();
    }

    private String leftInWords(Standing left, Gathering gathering, Locale locale) {
        int number = left.left() == null ? 0 : left.left();
        var counted =
                number == 0 ? words.getMessage("event.full", null, locale) : figures.counted("event.left", number);
        return gathering.setting().modes().size() == 1
                ? counted
                : words.getMessage("event.mode." + left.mode().wireName(), null, locale) + ": " + counted;
    }

    private static String status(Gathering gathering) {
        return gathering.status() == Gathering.Status.CANCELLED ? "EventCancelled" : "EventScheduled";
    }

    private static String mode(Gathering gathering) {
        var modes = gathering.setting().modes();
        if (modes.size() == 2) {
            return "MixedEventAttendanceMode";
        }
        return modes.contains(Mode.ONLINE) ? "OnlineEventAttendanceMode" : "OfflineEventAttendanceMode";
    }
}
