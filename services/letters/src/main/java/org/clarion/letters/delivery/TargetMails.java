package org.clarion.letters.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clarion.letters.delivery.Obstacles.Standing;
import org.clarion.letters.letter.Addressee;
import org.clarion.letters.letter.Letter;
import org.clarion.letters.letter.LetterEvent;
import org.clarion.letters.letter.Letters;
import org.clarion.letters.target.Recipient;
import org.clarion.messaging.mail.MailAnswer;
import org.clarion.messaging.mail.MailClaim;
import org.clarion.messaging.mail.MailOwner;
import org.clarion.messaging.outbox.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides, when a letter is about to leave, who gets it, and notes it on the letter before saying so. */
@Component
class TargetMails implements MailOwner {

    private static final String LANGUAGE = "en"; // of the few words around a letter

    private final Letters letters;
    private final Obstacles obstacles;
    private final Outlet outlet;
    private final Clock clock;

    TargetMails(Letters letters, Obstacles obstacles, Outlet outlet, Clock clock) {
        this.letters = letters;
        this.obstacles = obstacles;
        this.outlet = outlet;
        this.clock = clock;
    }

    @Override
    public boolean owns(String purpose) {
        return purpose.equals(Letter.TARGET_MAIL);
    }

    @Override
    public List<MailAnswer> redeem(List<MailClaim> claims) {
        var now = clock.instant();
        var found = letters.byId(claims.stream().map(MailClaim::aggregate).toList());
        var standing = obstacles.at(
                now,
                found.values().stream().map(Letter::target).distinct().toList(),
                found.values().stream().map(Letter::action).distinct().toList());
        var answers = new ArrayList<MailAnswer>(claims.size());
        var ready = new HashMap<MailClaim, Letter>();
        for (var claim : claims) {
            var letter = found.get(claim.aggregate());
            if (letter != null && letter.mayGo(claim.version())) {
                ready.put(claim, letter);
            } else {
                answers.add(MailAnswer.noLongerNeeded(claim.mail())); // held, withdrawn or cancelled meanwhile
            }
        }
        var decided = decide(ready, standing, now);
        ready.forEach((claim, letter) -> answers.add(answer(claim, decided.get(letter.id()), standing)));
        return answers;
    }

    /** @return the letters as they are now; missing are those that somebody else has changed meanwhile */
    private Map<UUID, Letter> decide(Map<MailClaim, Letter> ready, Standing standing, Instant now) {
        var decided = new HashMap<UUID, Letter>();
        var changes = new ArrayList<Change<Letter, LetterEvent>>();
        for (var letter : ready.values()) {
            var change = decision(letter, standing, now);
            change.ifPresentOrElse(changes::add, () -> decided.put(letter.id(), letter));
        }
        letters.saveAll(changes).forEach(saved -> decided.put(saved.id(), saved));
        return decided;
    }

    private Optional<Change<Letter, LetterEvent>> decision(Letter letter, Standing standing, Instant now) {
        var obstacle = standing.against(letter);
        if (obstacle.isPresent()) {
            return letter.hold(obstacle.get());
        }
        var recipient = standing.behind(letter.target());
        return recipient == null ? Optional.empty() : letter.addressedTo(addressee(letter, recipient), now);
    }

    /** As the directory has it, not as the outlet may write it: so that a bounce finds its contact. */
    private static Addressee addressee(Letter letter, Recipient recipient) {
        return new Addressee(
                recipient.key(),
                recipient.name(),
                recipient.salutation(),
                recipient.role(),
                letter.test() ? null : recipient.contact().address());
    }

    private MailAnswer answer(MailClaim claim, @Nullable Letter letter, Standing standing) {
        if (letter == null) {
            return MailAnswer.later(claim.mail());
        }
        var recipient = standing.behind(letter.target());
        var addressee = letter.post().addressee();
        var sender = letter.details().sender();
        var text = letter.details().text();
        if (!letter.mayGo(claim.version())
                || recipient == null
                || addressee == null
                || sender == null
                || text == null) {
            return MailAnswer.noLongerNeeded(claim.mail());
        }
        return destination(letter, recipient)
                .map(address -> MailAnswer.send(
                                claim.mail(),
                                address,
                                recipient.name(),
                                LANGUAGE,
                                Map.of(
                                        "subject", text.subject(),
                                        "letter", text.inFull(addressee.salutation(), sender)),
                                Map.of())
                        .from(new MailAnswer.Sender(sender.name(), sender.email())))
                .orElseGet(() -> MailAnswer.noLongerNeeded(claim.mail()));
    }

    private Optional<String> destination(Letter letter, Recipient recipient) {
        var sender = letter.details().sender();
        if (!letter.test()) {
            return outlet.to(recipient);
        }
        return sender == null
                ? Optional.empty()
                : outlet.toWriter(sender.email(), letter.id().toString());
    }
}
