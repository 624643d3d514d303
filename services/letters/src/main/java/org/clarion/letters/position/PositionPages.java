package org.clarion.letters.position;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.actions.campaign.Campaign;
import org.clarion.actions.campaign.Campaigns;
import org.clarion.letters.position.PositionRecord.Note;
import org.clarion.letters.target.People;
import org.clarion.letters.target.People.Person;
import org.clarion.pageshell.Paging;
import org.clarion.servicedefaults.problems.Problem;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff note who stands where on a campaign. Everybody on the staff may look; campaigners may note. */
@Controller
@RequestMapping("/staff/letters/positions")
class PositionPages {

    private static final String POSITIONS = "/staff/letters/positions";
    private static final String FORM = "form";

    /** A campaign in the overview. */
    record Listed(UUID id, String title, Map<Position, Long> counts) {}

    /** @param position null where what was noted was taken back */
    record Line(Person person, @Nullable Position position, Note latest) {}

    private final Positions positions;
    private final Campaigns campaigns;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    PositionPages(Positions positions, Campaigns campaigns, People people, MessageSource messages, Clock clock) {
        this.positions = positions;
        this.campaigns = campaigns;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    @ModelAttribute
    void rights(Staff staff, Model model) {
        model.addAttribute("mayAct", staff.mayAct());
    }

    @GetMapping
    String all(Model model, Locale locale) {
        model.addAttribute("kinds", Position.values());
        model.addAttribute(
                "campaigns",
                campaigns.all(locale.getLanguage()).stream()
                        .map(campaign ->
                                new Listed(campaign.id(), campaign.title(locale.getLanguage()), counts(campaign.id())))
                        .toList());
        return "staff-positions";
    }

    private Map<Position, Long> counts(UUID campaign) {
        var counts = new EnumMap<Position, Long>(Position.class);
        Arrays.stream(Position.values()).forEach(position -> counts.put(position, 0L));
        positions.of(campaign).values().forEach(position -> counts.merge(position, 1L, Long::sum));
        return counts;
    }

    /** @param q part of the name of somebody to note something about */
    @GetMapping("/{campaign}")
    String one(
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            Paging paging,
            Model model,
            Locale locale) {
        addCampaign(campaign, model, locale);
        model.addAttribute("q", q);
        model.addAttribute("found", people.search(q, clock.instant()));
        model.addAttribute("lines", paging.of(lines(campaign)));
        return "staff-campaign-positions";
    }

    private List<Line> lines(UUID campaign) {
        var records = positions.records(campaign);
        var named = people.find(records.stream().map(PositionRecord::person).toList(), clock.instant());
        return records.stream()
                .flatMap(record -> Stream.ofNullable(named.get(record.person()))
                        .flatMap(person ->
                                record.latest().stream().map(note -> new Line(person, note.position(), note))))
                .sorted(Comparator.comparing((Line line) -> line.person().name()))
                .toList();
    }

    @GetMapping("/{campaign}/{person}")
    String person(@PathVariable UUID campaign, @PathVariable String person, Model model, Locale locale) {
        model.addAttribute(FORM, PositionForm.empty(clock.instant()));
        return page(campaign, known(person), model, locale);
    }

    @PostMapping("/{campaign}/{person}")
    @CampaignersOnly
    String note(
            @PathVariable UUID campaign,
            @PathVariable String person,
            @ModelAttribute(FORM) PositionForm form,
            BindingResult errors,
            Staff staff,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var about = known(person);
        campaign(campaign);
        var note = form.read(errors, clock.instant(), staff.email());
        if (note.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(campaign, about, model, locale);
        }
        positions.note(campaign, about.key(), note.get());
        return "redirect:" + POSITIONS + "/" + campaign;
    }

    private String page(UUID campaign, Person person, Model model, Locale locale) {
        addCampaign(campaign, model, locale);
        model.addAttribute("person", person);
        model.addAttribute("options", options(locale));
        var record = positions.record(campaign, person.key());
        model.addAttribute("current", record.flatMap(PositionRecord::current).orElse(null));
        model.addAttribute(
                "notes", record.map(PositionRecord::notes).map(List::reversed).orElse(List.of()));
        return "staff-position";
    }

    private List<Map.Entry<String, String>> options(Locale locale) {
        return Stream.concat(Arrays.stream(Position.values()).map(Position::wireName), Stream.of(PositionForm.UNKNOWN))
                .map(slug -> Map.entry(slug, words("staff.position." + slug, locale)))
                .toList();
    }

    private String words(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private void addCampaign(UUID id, Model model, Locale locale) {
        var campaign = campaign(id);
        model.addAttribute("campaign", campaign);
        model.addAttribute("campaignTitle", campaign.title(locale.getLanguage()));
    }

    private Campaign campaign(UUID id) {
        return found(campaigns.find(id));
    }

    private Person known(String key) {
        return found(people.find(key, clock.instant()));
    }

    private static <T> T found(Optional<T> wanted) {
        return wanted.orElseThrow(
                () -> new ErrorResponseException(Problem.NOT_FOUND.status(), Problem.NOT_FOUND.detail(), null));
    }
}
