package org.clarion.letters.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.LetterActions;
import org.clarion.letters.contact.Contact;
import org.clarion.letters.delivery.TargetDesk.Moved;
import org.clarion.letters.letter.AnswerFigures;
import org.clarion.letters.letter.AnswerStatistics;
import org.clarion.letters.letter.Hold;
import org.clarion.letters.letter.Letter;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.letter.Letters;
import org.clarion.letters.position.Position;
import org.clarion.letters.position.Positions;
import org.clarion.letters.target.Recipient;
import org.clarion.letters.target.Recipients;
import org.clarion.letters.target.Target;
import org.clarion.pageshell.CsvFile;
import org.clarion.pageshell.Paging;
import org.clarion.pageshell.Sought;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who gets letters: what waits, went and came back for each, who answers, and what staff can do about it. */
@Controller
@RequestMapping("/staff/letters/targets")
class TargetPages {

    private static final int LISTED = 100;
    private static final Set<String> OUTCOMES = Set.of(
            "held",
            "released",
            "nobody",
            "not-sure",
            "redirected",
            "redirected-in-part",
            "cancelled",
            "cancelled-in-part",
            "again",
            "again-in-part",
            "arrived",
            "lost",
            "decided-before");
    private static final Set<String> WRONG = Set.of("nobody", "not-sure", "decided-before");

    /**
     * A line of the table.
     *
     * @param waiting for their turn, or on their way
     * @param figures what was sent, and what came of it
     */
    record Row(
            Target target,
            Names.Name name,
            @Nullable String party,
            @Nullable Position position,
            long waiting,
            long held,
            long bounced,
            long unknown,
            AnswerFigures figures) {}

    /** A letter that waits, without a word of it and without its writer. */
    record Waiting(
            UUID id,
            String name,
            String action,
            boolean test,
            Status status,
            @Nullable Hold hold,
            boolean onItsWay,
            @Nullable Instant since) {}

    private static final AnswerFigures NO_FIGURES = new AnswerFigures(0, 0, 0, 0, 0);

    private final TargetDesk desk;
    private final Queue queue;
    private final Letters letters;
    private final LetterActions actions;
    private final AnswerStatistics answers;
    private final Recipients recipients;
    private final Positions positions;
    private final StaffHolds holds;
    private final Names names;
    private final MessageSource words;
    private final Clock clock;

    TargetPages(
            TargetDesk desk,
            Queue queue,
            Letters letters,
            LetterActions actions,
            AnswerStatistics answers,
            Recipients recipients,
            Positions positions,
            StaffHolds holds,
            Names names,
            MessageSource words,
            Clock clock) {
        this.desk = desk;
        this.queue = queue;
        this.letters = letters;
        this.actions = actions;
        this.answers = answers;
        this.recipients = recipients;
        this.positions = positions;
        this.holds = holds;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String table(
            @RequestParam @Nullable UUID action,
            @RequestParam(defaultValue = "") String q,
            Paging paging,
            Model model) {
        var all = actions.listed();
        var shown = shown(action, all);
        model.addAttribute("actions", all);
        model.addAttribute("shown", shown);
        model.addAttribute("q", q);
        model.addAttribute("rows", paging.of(shown == null ? List.<Row>of() : matching(rows(shown), new Sought(q))));
        model.addAttribute("at", clock.instant());
        return "staff-letters-targets";
    }

    private static List<Row> matching(List<Row> rows, Sought sought) {
        return rows.stream()
                .filter(row -> sought.isIn(row.name().person(), row.name().place(), row.party()))
                .toList();
    }

    /** The action that is asked for, or the first. */
    private static @Nullable LetterAction shown(@Nullable UUID wanted, List<LetterAction> all) {
        return all.stream()
                .filter(action -> action.id().equals(wanted))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    }

    private List<Row> rows(LetterAction action) {
        var waiting = queue.byTarget(action.id());
        var figures = answers.byTarget(action.id());
        var targets = new HashSet<>(waiting.keySet());
        targets.addAll(figures.keySet());
        var people = recipients.of(targets, clock.instant());
        var known = action.campaign() == null ? Map.<String, Position>of() : positions.of(action.campaign());
        var rows = new ArrayList<Row>();
        for (var target : targets) {
            var person = people.get(target);
            var states = waiting.getOrDefault(target, Map.of());
            rows.add(new Row(
                    target,
                    names.of(target, person),
                    person == null ? null : person.party(),
                    person == null ? null : known.get(person.key()),
                    states.getOrDefault(Status.QUEUED, 0L),
                    states.getOrDefault(Status.HELD, 0L),
                    states.getOrDefault(Status.BOUNCED, 0L),
                    states.getOrDefault(Status.UNKNOWN, 0L),
                    figures.getOrDefault(target, NO_FIGURES)));
        }
        rows.sort(Comparator.comparing(row -> row.name().place()));
        return rows;
    }

    @GetMapping("/targets.csv")
    ResponseEntity<String> file(@RequestParam UUID action, Locale locale) {
        var shown = actions.listed().stream()
                .filter(each -> each.id().equals(action))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var file = new CsvFile(
                shown.slug() + "-targets",
                "target",
                "name",
                "place",
                "party",
                "position",
                "waiting",
                "held",
                "sent",
                "returned",
                "in doubt",
                "asked and told",
                "replied",
                "days to answer");
        for (var row : rows(shown)) {
            var days = row.figures().meanDays();
            file.row(
                    row.target().wireName(),
                    orEmpty(row.name().person()),
                    row.name().place(),
                    orEmpty(row.party()),
                    row.position() == null
                            ? ""
                            : say("delivery.position." + row.position().wireName(), locale),
                    Long.toString(row.waiting()),
                    Long.toString(row.held()),
                    Long.toString(row.figures().sent()),
                    Long.toString(row.bounced()),
                    Long.toString(row.unknown()),
                    Long.toString(row.figures().told()),
                    Long.toString(row.figures().replied()),
                    days.isPresent() ? String.format(Locale.ROOT, "%.1f", days.getAsDouble()) : "");
        }
        return file.download();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String say(String key, Locale locale) {
        return words.getMessage(key, null, locale);
    }

    @GetMapping("/{wire}")
    String target(
            @PathVariable String wire,
            @RequestParam @Nullable String done,
            @RequestParam(defaultValue = "0") int moved,
            @RequestParam(defaultValue = "0") int left,
            Model model) {
        var target = target(wire);
        var outcome = done != null && OUTCOMES.contains(done) ? done : null;
        model.addAttribute("done", outcome);
        model.addAttribute("wrong", outcome != null && WRONG.contains(outcome));
        model.addAttribute("moved", moved);
        model.addAttribute("left", left);
        var person = recipients.of(target, clock.instant()).orElse(null);
        var overview = queue.of(target);
        model.addAttribute("target", target);
        model.addAttribute("name", names.of(target, person));
        model.addAttribute("party", person == null ? null : person.party());
        model.addAttribute("contact", contact(person));
        model.addAttribute("held", holds.on(target).orElse(null));
        model.addAttribute("reasons", overview.reasons());
        model.addAttribute("line", overview.lines().stream().findFirst().orElse(null));
        model.addAttribute("letters", waiting(target, overview));
        model.addAttribute("listed", LISTED);
        model.addAttribute("others", names.all());
        model.addAttribute("bounced", has(overview, Status.BOUNCED, null));
        model.addAttribute("naming", has(overview, Status.HELD, Hold.NAME_IN_TEXT));
        model.addAttribute("at", clock.instant());
        return "staff-letters-target";
    }

    private static Contact.@Nullable State contact(@Nullable Recipient person) {
        return person == null ? null : person.contact().state();
    }

    private static boolean has(Queue.Overview overview, Status status, @Nullable Hold hold) {
        return overview.reasons().stream()
                .anyMatch(reason -> reason.status() == status && (hold == null || reason.hold() == hold));
    }

    private List<Waiting> waiting(Target target, Queue.Overview overview) {
        var found = new ArrayList<Letter>();
        overview.reasons().stream()
                .map(Queue.Reason::status)
                .distinct()
                .sorted(Comparator.comparing(TargetPages::urgency))
                .forEach(status -> {
                    var ids = letters.waiting(target, status, Math.max(0, LISTED - found.size()) + 1);
                    var there = letters.byId(ids);
                    ids.stream().flatMap(id -> Stream.ofNullable(there.get(id))).forEach(found::add);
                });
        return found.stream().limit(LISTED).map(this::waiting).toList();
    }

    /** What staff must decide comes first. */
    private static int urgency(Status status) {
        return switch (status) {
            case UNKNOWN -> 0;
            case BOUNCED -> 1;
            case HELD -> 2;
            default -> 3;
        };
    }

    private Waiting waiting(Letter letter) {
        return new Waiting(
                letter.id(),
                letter.id().toString().substring(24),
                actions.remembered(letter.action())
                        .map(action -> action.text().title())
                        .orElse(""),
                letter.test(),
                letter.status(),
                letter.hold(),
                letter.post().underWay() != null,
                letter.course().waitingSince());
    }

    @PostMapping("/{wire}/hold")
    @CampaignersOnly
    String hold(@PathVariable String wire, Staff staff) {
        var target = target(wire);
        desk.hold(target, staff.email());
        return "redirect:" + path(target) + "?done=held";
    }

    @PostMapping("/{wire}/release")
    @CampaignersOnly
    String release(@PathVariable String wire) {
        var target = target(wire);
        desk.release(target);
        return "redirect:" + path(target) + "?done=released";
    }

    @PostMapping("/{wire}/redirect")
    @CampaignersOnly
    String redirect(@PathVariable String wire, @RequestParam @Nullable String to, RedirectAttributes outcome) {
        var target = target(wire);
        var other = Target.parse(to).filter(chosen -> !chosen.equals(target) && names.isKnown(chosen));
        if (other.isEmpty()) {
            return "redirect:" + path(target) + "?done=nobody";
        }
        return moved(target, "redirected", desk.redirect(target, other.get()), outcome);
    }

    @PostMapping("/{wire}/cancel")
    @CampaignersOnly
    String cancel(@PathVariable String wire, @RequestParam @Nullable Boolean sure, RedirectAttributes outcome) {
        var target = target(wire);
        if (!Boolean.TRUE.equals(sure)) {
            return "redirect:" + path(target) + "?done=not-sure";
        }
        return moved(target, "cancelled", desk.cancel(target), outcome);
    }

    @PostMapping("/{wire}/again")
    @CampaignersOnly
    String again(@PathVariable String wire, RedirectAttributes outcome) {
        var target = target(wire);
        return moved(target, "again", desk.sendAgain(target), outcome);
    }

    @PostMapping("/{wire}/as-they-are")
    @CampaignersOnly
    String asTheyAre(@PathVariable String wire, RedirectAttributes outcome) {
        var target = target(wire);
        return moved(target, "again", desk.sendAsTheyAre(target), outcome);
    }

    @PostMapping("/{wire}/letters/{letter}/{decision}")
    @CampaignersOnly
    String decide(@PathVariable String wire, @PathVariable UUID letter, @PathVariable String decision) {
        var target = target(wire);
        if (!decision.equals("arrived") && !decision.equals("lost")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var decided = desk.decide(letter, decision.equals("arrived"));
        return "redirect:" + path(target) + "?done=" + (decided ? decision : "decided-before");
    }

    private static String moved(Target target, String what, Moved moved, RedirectAttributes outcome) {
        outcome.addAttribute("done", moved.all() ? what : what + "-in-part");
        outcome.addAttribute("moved", moved.done());
        outcome.addAttribute("left", moved.left());
        return "redirect:" + path(target);
    }

    private static String path(Target target) {
        return "/staff/letters/targets/" + target.wireName();
    }

    private Target target(String wire) {
        return Target.parse(wire)
                .filter(names::isKnown)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
