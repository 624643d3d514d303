package org.clarion.letters.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.clarion.pageshell.Deed;
import org.clarion.servicedefaults.tokens.CampaignersOnly;
import org.clarion.servicedefaults.tokens.Staff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The switch of election mode. */
@Controller
@RequestMapping("/staff/letters/election")
class ElectionPages {

    private static final Logger log = LoggerFactory.getLogger(ElectionPages.class);
    private static final Set<String> OUTCOMES = Set.of("set", "lifted", "no-day");

    private final Elections elections;
    private final Clock clock;

    ElectionPages(Elections elections, Clock clock) {
        this.elections = elections;
        this.clock = clock;
    }

    @GetMapping
    String page(@RequestParam @Nullable String done, Model model) {
        var election = elections.current();
        var now = clock.instant();
        model.addAttribute("from", election.holdsFrom().orElse(null));
        model.addAttribute("holds", election.holdsAt(now));
        model.addAttribute("day", election.dissolvedOn());
        model.addAttribute("done", done != null && OUTCOMES.contains(done) ? done : null);
        model.addAttribute("deeds", deeds(election));
        return "staff-letters-election";
    }

    private static List<Deed<Election.What>> deeds(Election election) {
        return election.deeds().stream()
                .map(deed -> new Deed<>(deed.at(), deed.by(), deed.what()))
                .toList();
    }

    @PostMapping("/set")
    @CampaignersOnly
    String set(@RequestParam @Nullable String day, Staff staff) {
        var dissolution = read(day);
        if (dissolution == null) {
            return "redirect:/staff/letters/election?done=no-day";
        }
        elections.change(election -> election.on(dissolution, clock.instant(), staff.email()));
        log.info("Letters to seats are held from {} on, by {}", dissolution, staff.id());
        return "redirect:/staff/letters/election?done=set";
    }

    @PostMapping("/lift")
    @CampaignersOnly
    String lift(Staff staff) {
        elections.change(election -> election.lifted(clock.instant(), staff.email()));
        log.info("Letters to seats are no longer held for an election, by {}", staff.id());
        return "redirect:/staff/letters/election?done=lifted";
    }

    private static @Nullable LocalDate read(@Nullable String day) {
        try {
            return day == null || day.isBlank() ? null : LocalDate.parse(day.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
