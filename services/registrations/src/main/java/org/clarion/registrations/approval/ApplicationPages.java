package org.clarion.registrations.approval;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clarion.pageshell.FormFields;
import org.clarion.pageshell.Paging;
import org.clarion.pageshell.Sought;
import org.clarion.registrations.EventStaffOnly;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.places.PlacesDesk;
import org.clarion.registrations.registration.Applications;
import org.clarion.registrations.registration.Applications.Application;
import org.clarion.registrations.registration.Applications.Result;
import org.clarion.registrations.registration.Appraisal;
import org.clarion.registrations.registration.Appraisal.Opinion;
import org.clarion.registrations.registration.Appraisal.Ruling;
import org.clarion.registrations.registration.Appraisal.Verdict;
import org.clarion.registrations.registration.RegistrationRefusal;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff compare applications, say what they think of each, and decide about one or many at a time. */
@Controller
@RequestMapping("/staff/registrations/{id}")
@EventStaffOnly
class ApplicationPages {

    /** What somebody ticked: an application, and which version of it they have read. */
    record Ticked(UUID application, long seen) {

        private static final Pattern VALUE =
                Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([0-9]{1,9})");

        /** Leaves out what no page of ours has sent. */
        static List<Ticked> of(List<String> values) {
            return values.stream()
                    .map(VALUE::matcher)
                    .filter(Matcher::matches)
                    .map(value -> new Ticked(UUID.fromString(value.group(1)), Long.parseLong(value.group(2))))
                    .distinct()
                    .toList();
        }
    }

    /** What stands in a form that is shown again. */
    record Typed(
            List<String> ticked,
            @Nullable String note,
            @Nullable UUID scored,
            @Nullable String about) {

        static final Typed NOTHING = new Typed(List.of(), null, null, null);

        /** What the form is about comes first, so that it stands on the page that is shown again. */
        List<Application> first(List<Application> all) {
            return all.stream()
                    .sorted(Comparator.comparing((Application each) -> !isAbout(each)))
                    .toList();
        }

        private boolean isAbout(Application application) {
            return application.id().equals(scored) || ticked.contains(application.ticked());
        }
    }

    private static final String BY_SCORE = "score";

    private final Applications applications;
    private final Gatherings gatherings;
    private final PlacesDesk places;
    private final MessageSource words;
    private final Clock clock;

    ApplicationPages(
            Applications applications, Gatherings gatherings, PlacesDesk places, MessageSource words, Clock clock) {
        this.applications = applications;
        this.gatherings = gatherings;
        this.places = places;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param q part of a name or of an answer
     * @param order {@code score} for the best first; else in the order in which they came
     * @param decided how many were just decided about
     */
    @GetMapping("/applications")
    String toDecide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(required = false) @Nullable Integer decided,
            @RequestParam(required = false) @Nullable String changed,
            Paging paging,
            Staff staff,
            Model model) {
        model.addAttribute("decided", decided);
        model.addAttribute("changed", changed != null);
        return page(id, q, order, paging.without("decided").without("changed"), Typed.NOTHING, staff, model);
    }

    /** @param seen version of the application that was read */
    @PostMapping("/applications/{application}/score")
    @CampaignersOnly
    String score(
            @PathVariable UUID id,
            @PathVariable UUID application,
            @RequestParam(required = false) @Nullable String seen,
            @RequestParam(required = false) @Nullable String score,
            @RequestParam(required = false) @Nullable String note,
            Staff staff,
            Model model,
            HttpServletResponse response) {
        var said = FormFields.said(note);
        if (score == null || !score.matches("[1-5]") || said.length() > Appraisal.LONGEST_NOTE) {
            return again(id, "score", new Typed(List.of(), null, application, said), staff, model, response);
        }
        var opinion = new Opinion(staff.email(), Integer.parseInt(score), FormFields.saidOrNull(said), clock.instant());
        try {
            applications.appraise(id, application, FormFields.seenVersion(seen), opinion);
        } catch (RegistrationRefusal meanwhile) {
            return "redirect:" + page(id) + "?changed";
        }
        return "redirect:" + page(id) + "#" + application;
    }

    /**
     * @param application those that were ticked, each with the version that was read: {@code id:version}
     * @param note what the mails say about the decision
     */
    @PostMapping("/applications")
    @CampaignersOnly
    String decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> application,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(required = false) @Nullable String note,
            Staff staff,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var said = FormFields.said(note);
        var wanted = verdict(verdict);
        var ticked = Ticked.of(application);
        if (ticked.isEmpty() || wanted.isEmpty() || said.length() > Appraisal.LONGEST_NOTE) {
            var flaw = said.length() > Appraisal.LONGEST_NOTE ? "note" : "none";
            return again(id, flaw, new Typed(application, said, null, null), staff, model, response);
        }
        var names =
                applications.names(id, ticked.stream().map(Ticked::application).toList());
        var ruling = new Ruling(wanted.get(), FormFields.saidOrNull(said), staff.email(), clock.instant());
        var results = new EnumMap<Result, List<String>>(Result.class);
        for (var each : ticked) {
            var result = applications.rule(id, each.application(), each.seen(), ruling);
            results.computeIfAbsent(result, one -> new ArrayList<>())
                    .add(names.getOrDefault(
                            each.application(), words.getMessage("staff.applications.gone", null, locale)));
        }
        if (results.keySet().equals(Set.of(Result.DONE))) {
            return "redirect:" + page(id) + "?decided=" + ticked.size();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("results", results);
        return page(id, "", "", Paging.first(page(id)), new Typed(application, said, null, null), staff, model);
    }

    /** @param which {@code accept}, {@code wait} or {@code decline} */
    @GetMapping("/cohort")
    String cohort(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "accept") String which,
            @RequestParam(defaultValue = "") String q,
            Paging paging,
            Model model) {
        var verdict = verdict(which).orElse(Verdict.ACCEPT);
        var sought = new Sought(q);
        var all = applications.decided(id, verdict);
        model.addAttribute("gathering", gatherings.find(id));
        model.addAttribute("verdict", verdict);
        model.addAttribute("q", q);
        model.addAttribute(
                "list",
                paging.of(all.stream().filter(each -> sought.isIn(each.name())).toList()));
        return "staff-cohort";
    }

    private String again(UUID id, String flaw, Typed typed, Staff staff, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("flaw", flaw);
        return page(id, "", "", Paging.first(page(id)), typed, staff, model);
    }

    private String page(UUID id, String q, String order, Paging paging, Typed typed, Staff staff, Model model) {
        var gathering = gatherings.find(id);
        var sought = new Sought(q);
        var found = applications.toDecide(id).stream()
                .filter(each -> has(each, sought))
                .toList();
        model.addAttribute("gathering", gathering);
        model.addAttribute("standings", places.standings(gathering));
        model.addAttribute("list", paging.of(typed.first(order.equals(BY_SCORE) ? bestFirst(found) : found)));
        model.addAttribute("q", q);
        model.addAttribute("order", order);
        model.addAttribute("me", staff.email());
        model.addAttribute("typed", typed);
        model.addAttribute("longestNote", Appraisal.LONGEST_NOTE);
        return "staff-applications";
    }

    private static boolean has(Application application, Sought sought) {
        return sought.isIn(application.name())
                || application.answers().values().stream()
                        .anyMatch(answers -> sought.isIn(answers.toArray(String[]::new)));
    }

    /** Those without a score come last. */
    private static List<Application> bestFirst(List<Application> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble((Application each) ->
                                Objects.requireNonNullElse(each.appraisal().average(), 0.0))
                        .reversed())
                .toList();
    }

    private static Optional<Verdict> verdict(String named) {
        return Arrays.stream(Verdict.values())
                .filter(each -> each.name().equalsIgnoreCase(named))
                .findFirst();
    }

    private static String page(UUID id) {
        return "/staff/registrations/" + id + "/applications";
    }
}
