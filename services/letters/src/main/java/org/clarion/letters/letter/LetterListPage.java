package org.clarion.letters.letter;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.clarion.actions.progress.Progress;
import org.clarion.actions.progress.Standing;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.LetterActions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All letter actions on one page. */
@Controller
class LetterListPage {

    /** An action and how many have written. */
    record Card(LetterAction action, Standing standing) {}

    private final LetterActions actions;
    private final Progress progress;
    private final Clock clock;

    LetterListPage(LetterActions actions, Progress progress, Clock clock) {
        this.actions = actions;
        this.progress = progress;
        this.clock = clock;
    }

    @GetMapping("/letters")
    String list(Model model) {
        var now = clock.instant();
        var listed = actions.listed();
        model.addAttribute(
                "open",
                cards(listed.stream().filter(each -> each.takesLettersAt(now)).toList()));
        model.addAttribute(
                "closed",
                cards(listed.stream()
                        .filter(each -> each.endOfWriting(now).isPresent())
                        .toList()));
        return "letters";
    }

    private List<Card> cards(List<LetterAction> chosen) {
        var standings = progress.of(chosen);
        return chosen.stream()
                .map(each -> new Card(each, Objects.requireNonNull(standings.get(each.id()))))
                .toList();
    }
}
