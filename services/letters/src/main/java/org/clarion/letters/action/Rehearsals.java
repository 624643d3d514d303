package org.clarion.letters.action;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clarion.letters.action.Rehearsal.Outcome;
import org.clarion.letters.action.Rehearsal.Row;
import org.clarion.letters.contact.Contact;
import org.clarion.letters.position.Position;
import org.clarion.letters.representative.Holder;
import org.clarion.letters.representative.Representatives;
import org.clarion.letters.target.Recipient;
import org.clarion.letters.target.Recipients;
import org.clarion.letters.target.Target;
import org.clarion.letters.target.TargetEntry;
import org.clarion.letters.target.TargetLists;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rehearses what would become of letters, before anybody writes one. */
@Component
class Rehearsals {

    private final Representatives representatives;
    private final Recipients recipients;
    private final TargetLists lists;
    private final Readers readers;
    private final Constituencies constituencies;
    private final Clock clock;

    Rehearsals(
            Representatives representatives,
            Recipients recipients,
            TargetLists lists,
            Readers readers,
            Constituencies constituencies,
            Clock clock) {
        this.representatives = representatives;
        this.recipients = recipients;
        this.lists = lists;
        this.readers = readers;
        this.constituencies = constituencies;
        this.clock = clock;
    }

    Rehearsal of(LetterAction action) {
        var positions = readers.positions(action.campaign());
        var addressing = action.addressing();
        return new Rehearsal(
                action.text(),
                addressing.representative() ? seats(action.text(), constituencies.all(), positions) : List.of(),
                addressing.list() == null
                        ? List.of()
                        : entries(action.text(), lists.entries(addressing.list()), positions));
    }

    /** One letter only; empty where the action does not address that target. */
    Optional<Row> of(LetterAction action, Target target) {
        var positions = readers.positions(action.campaign());
        var addressing = action.addressing();
        if (target.isSeat()) {
            return constituencies
                    .byCode(target.id())
                    .filter(seat -> addressing.representative())
                    .map(seat -> seats(action.text(), List.of(seat), positions).getFirst());
        }
        return lists.entry(target.entryId())
                .filter(entry -> entry.list().equals(addressing.list()))
                .map(entry -> entries(action.text(), List.of(entry), positions).getFirst());
    }

    private List<Row> seats(LetterText text, List<Constituency> seats, Map<String, Position> positions) {
        var now = clock.instant();
        var targets = seats.stream().map(seat -> Target.seat(seat.code())).toList();
        var holders = representatives.holdersOf(targets.stream().map(Target::id).toList(), now);
        var people = recipients.of(targets, now);
        return seats.stream()
                .map(seat -> {
                    var target = Target.seat(seat.code());
                    var holder = Objects.requireNonNullElseGet(holders.get(seat.code()), Holder.NotKnown::new);
                    var recipient = people.get(target);
                    var outcome = switch (holder) {
                        case Holder.Vacant vacant -> Outcome.VACANT;
                        case Holder.NotKnown unknown -> Outcome.UNKNOWN;
                        // Two looks at the directory, a moment apart: who has left between them is no longer there.
                        case Holder.Held held -> outcome(recipient);
                    };
                    return row(text, target, seat.name(), recipient, outcome, positions);
                })
                .toList();
    }

    private List<Row> entries(LetterText text, List<TargetEntry> entries, Map<String, Position> positions) {
        var people = recipients.of(entries.stream().map(TargetEntry::target).toList(), clock.instant());
        return entries.stream()
                .map(entry -> {
                    var recipient = people.get(entry.target());
                    return row(text, entry.target(), entry.name(), recipient, outcome(recipient), positions);
                })
                .toList();
    }

    private static Row row(
            LetterText text,
            Target target,
            String place,
            @Nullable Recipient recipient,
            Outcome outcome,
            Map<String, Position> positions) {
        var position = recipient == null ? null : positions.get(recipient.key());
        var variant =
                text.variantFor(Readers.reader(target, recipient, position)).orElse(null);
        return new Row(target, place, recipient, outcome, position, variant);
    }

    private static Outcome outcome(@Nullable Recipient recipient) {
        if (recipient == null) {
            return Outcome.VACANT;
        }
        var contact = recipient.contact();
        if (contact.canBeMailed()) {
            return Outcome.ARRIVES;
        }
        return contact.state() == Contact.State.BOUNCING ? Outcome.BOUNCING : Outcome.NO_ADDRESS;
    }
}
