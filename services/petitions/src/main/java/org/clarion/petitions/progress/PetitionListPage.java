package org.clarion.petitions.progress;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.clarion.actions.progress.Progress;
import org.clarion.actions.progress.Standing;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.Petitions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All petitions on one page. */
@Controller
class PetitionListPage {

    /** A petition and its total. */
    record Card(Petition petition, Standing standing) {}

    private final Petitions petitions;
    private final Progress progress;
    private final Clock clock;

    PetitionListPage(Petitions petitions, Progress progress, Clock clock) {
        this.petitions = petitions;
        this.progress = progress;
        this.clock = clock;
    }

    @GetMapping("/petitions")
    String list(Model model) {
        var now = clock.instant();
        var listed = petitions.listed();
        model.addAttribute(
                "open",
                cards(listed.stream()
                        .filter(each -> each.takesSignaturesAt(now))
                        .toList()));
        model.addAttribute(
                "closed",
                cards(listed.stream()
                        .filter(each -> each.endOfSigning(now).isPresent())
                        .toList()));
        return "petitions";
    }

    private List<Card> cards(List<Petition> chosen) {
        var standings = progress.of(chosen);
        return chosen.stream()
                .map(each -> new Card(each, Objects.requireNonNull(standings.get(each.id()))))
                .toList();
    }
}
