package org.clarion.letters.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clarion.actions.link.ParticipationLinks;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.LetterActions;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.letter.LetterRefusal.Reason;
import org.clarion.supporters.LinkTokens;
import org.springframework.stereotype.Component;

/** The links of letters. */
@Component
class LetterLinks extends ParticipationLinks<LetterAction, Letter, LetterLink> {

    private final LetterActions actions;
    private final Letters letters;
    private final LetterSettings settings;

    LetterLinks(LinkTokens tokens, LetterActions actions, Letters letters, LetterSettings settings, Clock clock) {
        super("/letters/", LetterLink.SENT, tokens, clock);
        this.actions = actions;
        this.letters = letters;
        this.settings = settings;
    }

    @Override
    protected Optional<LetterAction> published(String slug) {
        return actions.published(slug);
    }

    @Override
    protected Optional<Letter> find(UUID id, LetterAction action) {
        return letters.find(id).filter(found -> found.action().equals(action.id()) && found.status() != Status.EXPIRED);
    }

    @Override
    protected Instant expiry(LetterLink link, LetterAction action, Instant now) {
        return switch (link) {
            case CONFIRM, SENT -> now.plus(settings.confirmWithin());
            case NOT_ME, MANAGE, WITHDRAW, REWORD -> now.plus(settings.manageWithin());
            case ANSWER -> now.plus(settings.answerWithin());
        };
    }

    @Override
    protected LetterRefusal unknownAction() {
        return new LetterRefusal(Reason.UNKNOWN_ACTION);
    }

    @Override
    protected LetterRefusal unknownLink() {
        return new LetterRefusal(Reason.UNKNOWN_LINK);
    }
}
