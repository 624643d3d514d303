package org.clarion.letters.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.clarion.letters.target.Recipients;
import org.clarion.letters.target.Target;
import org.clarion.pageshell.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The queue of letters as staff see it: what waits, why, and when the last of it will have left. */
@Controller
@RequestMapping("/staff/letters/queue")
class QueuePages {

    /** A line of the queue, with its name. */
    record Shown(
            Target target,
            String name,
            long letters,
            @Nullable Instant next,
            Instant end) {}

    private final Queue queue;
    private final Recipients recipients;
    private final Names names;
    private final Elections elections;
    private final Outlet outlet;
    private final Clock clock;

    QueuePages(Queue queue, Recipients recipients, Names names, Elections elections, Outlet outlet, Clock clock) {
        this.queue = queue;
        this.recipients = recipients;
        this.names = names;
        this.elections = elections;
        this.outlet = outlet;
        this.clock = clock;
    }

    @GetMapping
    String queue(Paging paging, Model model) {
        var now = clock.instant();
        var overview = queue.overview();
        model.addAttribute("reasons", overview.reasons());
        model.addAttribute("waiting", overview.waiting());
        model.addAttribute("end", overview.end().orElse(null));
        var lines = paging.of(overview.lines());
        model.addAttribute("lines", lines.with(shown(lines.rows(), now)));
        model.addAttribute("live", outlet.isLive());
        model.addAttribute("dissolved", elections.current().holdsAt(now));
        model.addAttribute("at", now);
        return "staff-letters-queue";
    }

    private List<Shown> shown(List<Queue.Line> lines, Instant now) {
        var people = recipients.of(lines.stream().map(Queue.Line::target).toList(), now);
        return lines.stream()
                .map(line -> new Shown(
                        line.target(),
                        names.of(line.target(), people.get(line.target())).inFull(),
                        line.letters(),
                        line.next(),
                        line.end()))
                .toList();
    }
}
