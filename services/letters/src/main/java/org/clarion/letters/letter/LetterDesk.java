package org.clarion.letters.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.actions.link.ParticipationLinks.Opened;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.letter.Details.Also;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.letter.LetterRefusal.Reason;
import org.clarion.letters.target.Recipients;
import org.clarion.messaging.outbox.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the owner of an address does with a letter, each by a link from a mail. */
@Component
class LetterDesk {

    private final LetterLinks links;
    private final Letters letters;
    private final Recipients recipients;
    private final LetterSettings settings;
    private final Clock clock;

    LetterDesk(LetterLinks links, Letters letters, Recipients recipients, LetterSettings settings, Clock clock) {
        this.links = links;
        this.letters = letters;
        this.recipients = recipients;
        this.settings = settings;
        this.clock = clock;
    }

    /** The letters to the other targets come first: after a crash in between, the same button makes the rest. */
    void confirm(String slug, String token) {
        act(LetterLink.CONFIRM, slug, token, opened -> {
            var now = clock.instant();
            if (!mayConfirm(opened)) {
                throw new LetterRefusal(Reason.ACTION_CLOSED);
            }
            if (opened.participation().status() == Status.AWAITING_CONFIRMATION) {
                writeToTheOthers(opened.participation(), now);
            }
            return letter -> letter.confirm(now);
        });
    }

    private void writeToTheOthers(Letter first, Instant now) {
        var wanted = new HashMap<UUID, Also>();
        first.details().also().forEach(each -> wanted.put(first.siblingId(each.target()), each));
        letters.addAll(wanted.values().stream()
                        .map(each -> Letter.sibling(first, each.target(), each.shown(), now))
                        .toList())
                .forEach(written -> wanted.remove(written.id()));
        if (wanted.isEmpty() || first.writer() == null) {
            return;
        }
        var there = letters.ofWriter(List.of(first.writer())).stream()
                .filter(letter -> !wanted.containsKey(letter.id()))
                .collect(Collectors.toMap(Letter::target, Function.identity()));
        for (var each : wanted.values()) {
            var letter = there.get(each.target());
            if (letter != null) {
                letters.change(letter, current -> current.replacedBy(first, each.shown(), now));
            }
        }
    }

    /** Whether a confirmation still counts, or counted already. */
    boolean mayConfirm(Opened<LetterAction, Letter> opened) {
        return opened.participation().status() != Status.AWAITING_CONFIRMATION
                || opened.action().takesConfirmationsAt(clock.instant(), settings.graceAfterClose());
    }

    void disown(String slug, String token) {
        act(LetterLink.NOT_ME, slug, token, opened -> letter -> letter.disown(clock.instant()));
    }

    void withdraw(String slug, String token) {
        act(LetterLink.WITHDRAW, slug, token, opened -> letter -> letter.withdraw(clock.instant()));
    }

    void chooseUpdates(String slug, String token, boolean wanted) {
        act(
                LetterLink.MANAGE,
                slug,
                token,
                opened -> letter -> letter.chooseUpdates(UpdatesConsent.change(wanted, clock.instant())));
    }

    /** @param body the supporter's words, checked */
    void reword(String slug, String token, String body) {
        act(LetterLink.REWORD, slug, token, opened -> {
            var now = clock.instant();
            var shown = recipients.of(opened.participation().target(), now).map(Addressee::shown);
            return letter -> letter.reword(body, shown.orElse(null), now);
        });
    }

    void answer(String slug, String token, Answer.Kind kind, @Nullable LocalDate on) {
        act(LetterLink.ANSWER, slug, token, opened -> letter -> letter.answered(new Answer(kind, on, clock.instant())));
    }

    /** All letters of a supporter within an action that are of one submission, or were once; by target. */
    List<Letter> ofSameWriter(Letter letter) {
        return letter.writer() == null
                ? List.of(letter)
                : letters.ofWriter(List.of(letter.writer())).stream()
                        .filter(each -> each.status().counts() || each.id().equals(letter.id()))
                        .toList();
    }

    private void act(
            LetterLink link,
            String slug,
            String token,
            Function<Opened<LetterAction, Letter>, Function<Letter, Optional<? extends Change<Letter, ?>>>> deed) {
        var opened = links.open(link, slug, token);
        if (opened.expired()) {
            throw new LetterRefusal(Reason.EXPIRED_LINK);
        }
        var decision = deed.apply(opened);
        var details = opened.participation().mails().details();
        letters.change(opened.participation(), letter -> {
            if (letter.mails().details() != details) {
                throw new LetterRefusal(Reason.UNKNOWN_LINK); // replaced while we were looking
            }
            return decision.apply(letter);
        });
    }
}
