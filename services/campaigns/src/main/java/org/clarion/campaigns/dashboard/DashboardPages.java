package org.clarion.campaigns.dashboard;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.clarion.campaigns.catalogue.Listed;
import org.clarion.campaigns.dashboard.Breakdown.Part;
import org.clarion.pageshell.CsvFile;
import org.clarion.pageshell.Paging;
import org.clarion.pageshell.Sought;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The staff's dashboards. */
@Controller
class DashboardPages {

    private final Standings standings;
    private final Breakdown breakdown;
    private final LiveFigures live;
    private final LiveStream stream;
    private final Clock clock;

    DashboardPages(Standings standings, Breakdown breakdown, LiveFigures live, LiveStream stream, Clock clock) {
        this.standings = standings;
        this.breakdown = breakdown;
        this.live = live;
        this.stream = stream;
        this.clock = clock;
    }

    @GetMapping("/staff")
    String actions(Model model) {
        model.addAttribute("standings", standings.all());
        model.addAttribute("now", clock.instant());
        return "dashboard/actions";
    }

    /** @param q part of the name of a constituency or a region */
    @GetMapping("/staff/actions/{id}")
    String action(@PathVariable UUID id, @RequestParam(defaultValue = "") String q, Paging paging, Model model) {
        var standing = standing(id);
        var parts = breakdown.of(standing.action());
        var sought = new Sought(q);
        model.addAttribute("standing", standing);
        model.addAttribute("parts", parts);
        model.addAttribute("q", q);
        model.addAttribute(
                "constituencies",
                paging.of(parts.constituencies().stream()
                        .filter(each -> sought.isIn(each.name(), each.region()))
                        .toList()));
        model.addAttribute("now", clock.instant());
        return "dashboard/action";
    }

    @GetMapping("/staff/actions/{id}/constituencies.csv")
    ResponseEntity<String> constituencies(@PathVariable UUID id) {
        var action = standing(id).action();
        return csv(
                nameOf(action) + "-constituencies",
                "constituency",
                breakdown.of(action).constituencies());
    }

    @GetMapping("/staff/actions/{id}/sources.csv")
    ResponseEntity<String> sources(@PathVariable UUID id) {
        var action = standing(id).action();
        return csv(nameOf(action) + "-sources", "source", breakdown.of(action).sources());
    }

    @GetMapping(path = "/staff/actions/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(@RequestParam @Nullable UUID action, Locale language) {
        return stream.to(language, () -> now(action));
    }

    /** For who cannot follow a stream. */
    @GetMapping(path = "/staff/actions/stream", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> look(@RequestParam @Nullable UUID action) {
        return now(action);
    }

    private Map<String, String> now(@Nullable UUID action) {
        return action == null ? live.ofAll() : live.of(action);
    }

    private Standing standing(UUID id) {
        return standings.of(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The last part of its public address, which people know it by. */
    private static String nameOf(Listed action) {
        return action.path().substring(action.path().lastIndexOf('/') + 1);
    }

    private static ResponseEntity<String> csv(String name, String what, List<Part> parts) {
        var file = new CsvFile(name, "code", what, "region", "count");
        parts.forEach(part -> file.row(part.code(), part.name(), part.region(), Long.toString(part.count())));
        return file.download();
    }
}
