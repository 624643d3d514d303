package org.clarion.letters.letter;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.LetterActions;
import org.clarion.letters.letter.Letter.Status;
import org.clarion.letters.letter.LetterRefusal.Reason;
import org.clarion.supporters.LinkTokens;
import org.clarion.supporters.LinkTokens.Link;
import org.clarion.supporters.LinkTokens.Link.Verdict;
import org.springframework.stereotype.Component;

/** Makes the links of a letter and opens them again. */
@Component
class LetterLinks {

    /**
     * What a link leads to.
     *
     * @param expired ours, but too late to act on
     */
    record Opened(LetterAction action, Letter letter, boolean expired) {}

    private static final long NO_VERSION = 0;

    private final LinkTokens tokens;
    private final LetterActions actions;
    private final Letters letters;
    private final LetterSettings settings;
    private final Clock clock;

    LetterLinks(LinkTokens tokens, LetterActions actions, Letters letters, LetterSettings settings, Clock clock) {
        this.tokens = tokens;
        this.actions = actions;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    /** The address of a link, from the root of the site. */
    String path(LetterLink link, LetterAction action, Letter letter) {
        return path(link, action, letter.id(), letter.mails().details());
    }

    /** The address of the page that follows writing. The same for everybody who writes with an address, written before or not. */
    String sentPath(LetterAction action, UUID writer) {
        return path(LetterLink.SENT, action, writer, NO_VERSION);
    }

    private String path(LetterLink link, LetterAction action, UUID id, long version) {
        var token = tokens.token(id, link, version, clock.instant().plus(lifetime(link)));
        return "/letters/" + action.slug() + "/" + link.path() + "/" + token;
    }

    private Duration lifetime(LetterLink link) {
        return switch (link) {
            case CONFIRM, SENT -> settings.confirmWithin();
            case NOT_ME, MANAGE, WITHDRAW, REWORD -> settings.manageWithin();
            case ANSWER -> settings.answerWithin();
        };
    }

    /** @throws LetterRefusal if the link is not ours, has been replaced by a later one, or what it led to is gone */
    Opened open(LetterLink link, String slug, String token) {
        var action = action(slug);
        var opened = opened(link, token);
        var letter = letters.find(opened.id())
                .filter(found -> found.action().equals(action.id()) && found.status() != Status.EXPIRED)
                .orElseThrow(() -> new LetterRefusal(Reason.UNKNOWN_LINK));
        return switch (opened.verify(letter.mails().details(), clock.instant())) {
            case GENUINE -> new Opened(action, letter, false);
            case EXPIRED -> new Opened(action, letter, true);
            case FOREIGN -> throw new LetterRefusal(Reason.UNKNOWN_LINK);
        };
    }

    /** The writer that a link of the page after writing leads to. */
    UUID openSent(String token) {
        var opened = opened(LetterLink.SENT, token);
        if (opened.verify(NO_VERSION, clock.instant()) != Verdict.GENUINE) {
            throw new LetterRefusal(Reason.UNKNOWN_LINK);
        }
        return opened.id();
    }

    LetterAction action(String slug) {
        return actions.published(slug).orElseThrow(() -> new LetterRefusal(Reason.UNKNOWN_ACTION));
    }

    private Link opened(LetterLink link, String token) {
        return tokens.open(token)
                .filter(found -> found.isFor(link))
                .orElseThrow(() -> new LetterRefusal(Reason.UNKNOWN_LINK));
    }
}
