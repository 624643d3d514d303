package org.clarion.registrations.registration;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.clarion.actions.consent.UpdatesQuestion;
import org.clarion.registrations.gathering.Access;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Session;
import org.clarion.registrations.gathering.Venue;
import org.clarion.registrations.places.PlacesDesk;
import org.clarion.registrations.places.Standing;
import org.clarion.servicedefaults.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gatherings for programs. */
@RestController
@RequestMapping("/api/gatherings")
class GatheringController {

    /** @param gatherings those that everybody may find, the newest first */
    record GatheringList(List<GatheringSummary> gatherings) {}

    record GatheringSummary(
            UUID id,
            String slug,
            String title,
            String summary,
            String state,
            URI url,
            List<String> modes,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt) {}

    /**
     * @param text Markdown
     * @param largestParty how many somebody may register for, themselves among them
     * @param approval whether staff decide on each registration
     * @param byInvitation whether a code is needed
     */
    record GatheringDetails(
            UUID id,
            String slug,
            String title,
            String summary,
            String text,
            String host,
            String language,
            String state,
            URI url,
            List<String> modes,
            List<String> access,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            int largestParty,
            boolean approval,
            boolean byInvitation,
            List<Part> sessions,
            List<Asked> questions,
            UpdatesQuestion.Question consent) {}

    /** @param left one for each mode in which it can be attended */
    record Part(
            int number,
            String title,
            @Nullable String track,
            Instant startsAt,
            Instant endsAt,
            @Nullable Place place,
            List<PlacesLeft> left) {}

    /** Where it is, for those who come in person. */
    record Place(String name, String address, @Nullable String gettingThere) {}

    /** @param places for somebody who registers now; 0 where there is none or somebody waits; missing where nobody counts */
    record PlacesLeft(String mode, @Nullable Integer places) {}

    record Asked(int number, String kind, String text, boolean required, List<String> options) {}

    private final Gatherings gatherings;
    private final PlacesDesk places;
    private final GatheringView view;
    private final UpdatesQuestion question;

    GatheringController(Gatherings gatherings, PlacesDesk places, GatheringView view, UpdatesQuestion question) {
        this.gatherings = gatherings;
        this.places = places;
        this.view = view;
        this.question = question;
    }

    @GetMapping
    GatheringList list() {
        return new GatheringList(gatherings.listed().stream().map(this::summary).toList());
    }

    @GetMapping("/{slug}")
    GatheringDetails one(@PathVariable String slug, Locale locale) {
        var gathering = gatherings.published(slug).orElseThrow(Problem.NOT_FOUND::asException);
        var programme = gathering.programme();
        var left = places.standings(gathering);
        return new GatheringDetails(
                gathering.id(),
                gathering.slug(),
                programme.title(),
                programme.summary(),
                programme.text(),
                programme.host(),
                programme.language(),
                gathering.status().wireName(),
                view.address(gathering),
                modes(gathering),
                gathering.setting().access().stream()
                        .sorted()
                        .map(Access::wireName)
                        .toList(),
                gathering.opensAt(),
                gathering.closesAt(),
                gathering.admission().largestParty(),
                gathering.admission().approval(),
                gathering.admission().isByInvitation(),
                programme.sessions().stream()
                        .map(session -> part(gathering, session, left))
                        .toList(),
                gathering.admission().questions().stream()
                        .map(each -> new Asked(
                                each.number(), each.kind().wireName(), each.text(), each.required(), each.options()))
                        .toList(),
                question.in(locale));
    }

    private GatheringSummary summary(Gathering gathering) {
        return new GatheringSummary(
                gathering.id(),
                gathering.slug(),
                gathering.programme().title(),
                gathering.programme().summary(),
                gathering.status().wireName(),
                view.address(gathering),
                modes(gathering),
                gathering.startsAt(),
                gathering.endsAt(),
                gathering.opensAt(),
                gathering.closesAt());
    }

    private Part part(Gathering gathering, Session session, List<Standing> left) {
        return new Part(
                session.number(),
                view.title(gathering, session),
                session.track(),
                session.startsAt(),
                session.endsAt(),
                place(session.venue() == null ? gathering.setting().venue() : session.venue()),
                left.stream()
                        .filter(each -> each.session() == session.number())
                        .map(each -> new PlacesLeft(each.mode().wireName(), each.left()))
                        .toList());
    }

    private static @Nullable Place place(@Nullable Venue venue) {
        return venue == null ? null : new Place(venue.name(), venue.address(), venue.gettingThere());
    }

    private static List<String> modes(Gathering gathering) {
        return gathering.setting().modes().stream().sorted().map(Mode::wireName).toList();
    }
}
