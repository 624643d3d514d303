package org.clarion.letters.action;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clarion.actions.consent.UpdatesQuestion;
import org.clarion.actions.consent.UpdatesQuestion.Question;
import org.clarion.actions.progress.Progress;
import org.clarion.actions.progress.Standing;
import org.clarion.letters.target.Recipients;
import org.clarion.letters.target.Target;
import org.clarion.letters.target.TargetEntry;
import org.clarion.letters.target.TargetLists;
import org.clarion.places.Constituencies;
import org.clarion.servicedefaults.PublicUrl;
import org.clarion.servicedefaults.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Letter actions for programs. */
@RestController
@RequestMapping("/api/letter-actions")
class LetterActionController {

    /** @param actions open, paused and closed ones, the newest first */
    record LetterActionList(List<LetterActionSummary> actions) {}

    /**
     * @param letters the published total of confirmed letters
     * @param at when the total was true
     */
    record LetterActionSummary(
            UUID id,
            String slug,
            String title,
            String summary,
            String state,
            URI url,
            long letters,
            Instant at,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt) {}

    /**
     * @param why Markdown
     * @param textVersion to be given back with a letter, so that it names the text that was shown
     * @param open whether letters are taken now
     * @param test whether it is tried out: no office gets a letter and nothing is counted
     * @param letters the published total of confirmed letters
     * @param at when the total was true
     * @param wording with which a letter to {@code target} begins; without one, the wording for whom there is no variant
     */
    record LetterActionDetails(
            UUID id,
            String slug,
            String title,
            String summary,
            String why,
            int textVersion,
            String textHash,
            String language,
            String state,
            boolean open,
            boolean test,
            URI url,
            long letters,
            Instant at,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Instant closedAt,
            Addressees to,
            BegunLetter wording,
            Question consent) {}

    /**
     * Who is written to.
     *
     * @param representative whether the supporter's own MP is
     * @param choice {@code choose}, {@code all} or {@code random}: who of the people is; null where there are none
     * @param people of a list
     */
    record Addressees(boolean representative, @Nullable String choice, List<Person> people) {}

    /** @param target to be given with a letter to them */
    record Person(
            String target,
            String name,
            String title,
            @Nullable String organisation) {}

    /**
     * Plain text.
     *
     * @param variant to be given back with the letter; null for the basic wording
     * @param opening stays as it is; {@code {salutation}} in it is filled in when the letter is sent
     * @param body what the supporter edits
     * @param prompts questions that help to write
     * @param closing stays as it is
     */
    record BegunLetter(
            @Nullable UUID variant,
            String subject,
            String opening,
            String body,
            List<String> prompts,
            String closing) {}

    private final LetterActions actions;
    private final Readers readers;
    private final Recipients recipients;
    private final TargetLists lists;
    private final Constituencies constituencies;
    private final Progress progress;
    private final PublicUrl site;
    private final UpdatesQuestion question;
    private final Clock clock;

    LetterActionController(
            LetterActions actions,
            Readers readers,
            Recipients recipients,
            TargetLists lists,
            Constituencies constituencies,
            Progress progress,
            PublicUrl site,
            UpdatesQuestion question,
            Clock clock) {
        this.actions = actions;
        this.readers = readers;
        this.recipients = recipients;
        this.lists = lists;
        this.constituencies = constituencies;
        this.progress = progress;
        this.site = site;
        this.question = question;
        this.clock = clock;
    }

    @GetMapping
    LetterActionList list() {
        var listed = actions.listed();
        var standings = progress.of(listed);
        return new LetterActionList(
                listed.stream().map(each -> summary(each, standings)).toList());
    }

    /** @param target a constituency's code, or somebody of {@code to.people}: whose wording is wanted */
    @GetMapping("/{slug}")
    LetterActionDetails one(
            @PathVariable String slug, @RequestParam(required = false) @Nullable String target, Locale locale) {
        var action = actions.published(slug).orElseThrow(LetterActionController::notFound);
        var people = people(action.addressing());
        var wording = target == null ? action.text().wording() : wordingFor(action, target, people);
        var text = action.text();
        var standing = progress.of(action);
        return new LetterActionDetails(
                action.id(),
                action.slug(),
                text.title(),
                text.summary(),
                text.why(),
                text.number(),
                text.hash(),
                text.language(),
                action.status().wireName(),
                action.takesLettersAt(clock.instant()),
                action.isTest(),
                url(action),
                standing.count(),
                standing.at(),
                action.opensAt(),
                action.closesAt(),
                action.closedAt(),
                addressees(action.addressing(), people),
                new BegunLetter(
                        wording.variant(),
                        wording.subject(),
                        wording.opening(),
                        wording.body(),
                        wording.prompts(),
                        wording.closing()),
                question.in(locale));
    }

    private Wording wordingFor(LetterAction action, String wire, List<TargetEntry> people) {
        var target = Target.parse(wire)
                .flatMap(each -> each.isSeat() ? seat(action, each) : onList(people, each))
                .orElseThrow(LetterActionController::notFound);
        var recipient = recipients.of(target, clock.instant()).orElse(null);
        return action.wordingFor(readers.of(action, target, recipient));
    }

    /** Under the code that it has now. */
    private Optional<Target> seat(LetterAction action, Target named) {
        return constituencies
                .byCode(named.id())
                .filter(seat -> action.addressing().representative())
                .map(seat -> Target.seat(seat.code()));
    }

    private static Optional<Target> onList(List<TargetEntry> people, Target named) {
        return people.stream().map(TargetEntry::target).filter(named::equals).findFirst();
    }

    private List<TargetEntry> people(Addressing addressing) {
        return addressing.list() == null ? List.of() : lists.entries(addressing.list());
    }

    private static Addressees addressees(Addressing addressing, List<TargetEntry> people) {
        return new Addressees(
                addressing.representative(),
                addressing.list() == null ? null : addressing.choice().wireName(),
                people.stream()
                        .map(each ->
                                new Person(each.target().wireName(), each.name(), each.title(), each.organisation()))
                        .toList());
    }

    private LetterActionSummary summary(LetterAction action, Map<UUID, Standing> standings) {
        var standing = Objects.requireNonNull(standings.get(action.id()));
        return new LetterActionSummary(
                action.id(),
                action.slug(),
                action.text().title(),
                action.text().summary(),
                action.status().wireName(),
                url(action),
                standing.count(),
                standing.at(),
                action.opensAt(),
                action.closesAt());
    }

    private URI url(LetterAction action) {
        return site.to("/letters/" + action.slug());
    }

    private static ErrorResponseException notFound() {
        return new ErrorResponseException(Problem.NOT_FOUND.status(), Problem.NOT_FOUND.detail(), null);
    }
}
