package org.clarion.letters.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.LetterActions;
import org.clarion.letters.letter.Details.Also;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.letter.LetterRefusal.Reason;
import org.clarion.servicedefaults.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Takes letters. Who writes for the first time, for the second time, or with somebody else's address gets the same
 * answer; what differs is the mail that follows.
 */
@Component
class WritingDesk {

    private static final int TRIES = 3;

    private final LetterActions actions;
    private final Letters letters;
    private final Clock clock;

    WritingDesk(LetterActions actions, Letters letters, Clock clock) {
        this.actions = actions;
        this.letters = letters;
        this.clock = clock;
    }

    /** The action, if one can write now. */
    LetterAction actionToWriteIn(String slug) {
        var action = actions.published(slug).orElseThrow(() -> new LetterRefusal(Reason.UNKNOWN_ACTION));
        var now = clock.instant();
        if (!action.takesLettersAt(now)) {
            throw new LetterRefusal(whyNot(action, now));
        }
        return action;
    }

    private static Reason whyNot(LetterAction action, Instant now) {
        if (action.isYetToOpenAt(now)) {
            return Reason.ACTION_NOT_OPEN_YET;
        }
        var paused = action.status() == LetterAction.Status.PAUSED
                && action.endOfWriting(now).isEmpty();
        return paused ? Reason.ACTION_PAUSED : Reason.ACTION_CLOSED;
    }

    void write(Writing writing) {
        var now = clock.instant();
        for (int i = 1; ; i++) {
            try {
                take(writing, now);
                return;
            } catch (DuplicateKeyException e) {
                // The same supporter was quicker in another tab; the second look finds that letter.
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** One of the targets that can still be written to carries the confirmation for all of them. */
    private void take(Writing writing, Instant now) {
        var known = letters.ofWriter(writing.writers());
        var open = writing.to().stream()
                .filter(each -> letterTo(each, known, writing)
                        .map(letter -> letter.status().isOpenToRewriting())
                        .orElse(true))
                .toList();
        var first = open.stream()
                .filter(each -> letterTo(each, known, writing)
                        .filter(letter -> letter.status() == Status.AWAITING_CONFIRMATION)
                        .isPresent())
                .findFirst()
                .orElseGet(() -> (open.isEmpty() ? writing.to() : open).getFirst());
        var submission = writing.carriedBy(
                first, open.stream().filter(each -> !each.equals(first)).toList());
        var letter = letterTo(first, known, writing);
        if (letter.isPresent()) {
            letters.change(letter.get(), current -> current.submittedAgain(submission, now));
        } else {
            letters.add(Letter.submitted(Ids.next(), submission, now));
        }
    }

    /** The letter that a target has already; where chance chooses, the one that went to whomever it chose before. */
    private static Optional<Letter> letterTo(Also to, List<Letter> known, Writing writing) {
        var drawn = writing.drawn() && !to.target().isSeat();
        return known.stream()
                .filter(letter -> letter.target().equals(to.target())
                        || drawn && !letter.target().isSeat())
                .findFirst();
    }

    /** Sends the mail to confirm once more, where there is something to confirm. */
    void resend(UUID writer) {
        var now = clock.instant();
        var known = letters.ofWriter(List.of(writer));
        known.stream()
                .filter(letter -> letter.status() == Status.AWAITING_CONFIRMATION)
                .findFirst()
                .or(() -> known.stream()
                        .filter(letter -> letter.status().counts())
                        .findFirst())
                .ifPresent(letter -> letters.change(letter, current -> current.askedAgain(now)));
    }
}
