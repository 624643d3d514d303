package org.clarion.letters.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.LetterActions;
import org.clarion.letters.contact.Contact;
import org.clarion.letters.letter.Hold;
import org.clarion.letters.letter.Letter;
import org.clarion.letters.target.Recipient;
import org.clarion.letters.target.Recipients;
import org.clarion.letters.target.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands against letters that are to leave now. */
@Component
class Obstacles {

    private final Recipients recipients;
    private final LetterActions actions;
    private final StaffHolds held;
    private final Elections elections;
    private final Outlet outlet;

    Obstacles(Recipients recipients, LetterActions actions, StaffHolds held, Elections elections, Outlet outlet) {
        this.recipients = recipients;
        this.actions = actions;
        this.held = held;
        this.elections = elections;
        this.outlet = outlet;
    }

    /** How things stand at a moment for some targets and actions, read once for all of them. */
    Standing at(Instant now, Collection<Target> targets, Collection<UUID> ofActions) {
        var found = recipients.of(Set.copyOf(targets), now);
        var nobody =
                targets.stream().filter(target -> !found.containsKey(target)).collect(Collectors.toSet());
        return new Standing(
                found,
                recipients.notKnown(nobody, now),
                actions.remembered(Set.copyOf(ofActions)),
                held.among(targets),
                elections.current().holdsAt(now),
                outlet);
    }

    /**
     * @param recipients who is behind the targets; nobody is behind those that are missing
     * @param notKnown seats of which nobody has said yet who sits there
     * @param held wire names of the targets that staff hold
     */
    record Standing(
            Map<Target, Recipient> recipients,
            Set<Target> notKnown,
            Map<UUID, LetterAction> actions,
            Set<String> held,
            boolean dissolved,
            Outlet outlet) {

        Optional<Hold> against(Letter letter) {
            return against(letter.target(), letter.action(), letter.test());
        }

        /** @param test goes to its writer, so that nothing about the office's address stands against it */
        Optional<Hold> against(Target target, UUID ofAction, boolean test) {
            var action = actions.get(ofAction);
            if (action != null && action.status() == LetterAction.Status.PAUSED) {
                return Optional.of(Hold.PAUSED);
            }
            var recipient = recipients.get(target);
            if (test) {
                return recipient == null ? Optional.of(emptiness(target)) : Optional.empty();
            }
            if (held.contains(target.wireName())) {
                return Optional.of(Hold.STAFF);
            }
            if (dissolved && target.isSeat()) {
                return Optional.of(Hold.ELECTION);
            }
            return recipient == null ? Optional.of(emptiness(target)) : against(recipient);
        }

        private Hold emptiness(Target target) {
            return notKnown.contains(target) ? Hold.NOT_KNOWN : Hold.VACANT;
        }

        private Optional<Hold> against(Recipient recipient) {
            if (recipient.contact().state() == Contact.State.BOUNCING) {
                return Optional.of(Hold.BOUNCING);
            }
            return outlet.to(recipient).isPresent() ? Optional.empty() : Optional.of(Hold.NO_ADDRESS);
        }

        @Nullable Recipient behind(Target target) {
            return recipients.get(target);
        }

        @Nullable LetterAction action(UUID id) {
            return actions.get(id);
        }
    }
}
