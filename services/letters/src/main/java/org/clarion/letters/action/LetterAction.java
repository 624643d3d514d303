package org.clarion.letters.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clarion.letters.action.LetterActionEvent.LetterActionArchived;
import org.clarion.letters.action.LetterActionEvent.LetterActionClosed;
import org.clarion.letters.action.LetterActionEvent.LetterActionDrafted;
import org.clarion.letters.action.LetterActionEvent.LetterActionEdited;
import org.clarion.letters.action.LetterActionEvent.LetterActionOpened;
import org.clarion.letters.action.LetterActionEvent.LetterActionPaused;
import org.clarion.letters.action.LetterActionEvent.LetterActionResumed;
import org.clarion.letters.action.LetterActionEvent.LetterActionTestSwitched;
import org.clarion.letters.action.LetterActionRefusal.Reason;
import org.clarion.messaging.outbox.Aggregate;
import org.clarion.messaging.outbox.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An action in which supporters write letters.
 *
 * @param pacing how fast its letters leave; null for the usual pacing
 * @param test whether it is tried out: who knows the address can write, no office gets a letter and nothing is counted
 * @param opensAt when writing begins; set at the latest when it is opened
 * @param closedAt when writing ended
 * @param texts every version that was ever public, the current one last
 */
@Document("letter-actions")
public record LetterAction(
        @Id UUID id,
        long version,
        String slug,
        Status status,
        @Nullable UUID campaign,
        Addressing addressing,
        @Nullable Pacing pacing,
        boolean test,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant closedAt,
        List<LetterText> texts)
        implements Aggregate {

    public enum Status {
        DRAFT,
        OPEN,
        /** Nobody can write, and what was written waits; confirmations are still taken. */
        PAUSED,
        CLOSED,
        ARCHIVED;

        boolean leadsTo(Status next) {
            return switch (this) {
                case DRAFT -> next == OPEN;
                case OPEN -> next == PAUSED || next == CLOSED;
                case PAUSED -> next == OPEN || next == CLOSED;
                case CLOSED -> next == ARCHIVED;
                case ARCHIVED -> false;
            };
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Room for every party and position; more than anybody can keep apart. */
    static final int MOST_VARIANTS = 20;

    public LetterAction {
        texts = List.copyOf(texts);
    }

    static Change<LetterAction, LetterActionEvent> draft(UUID id, Outline outline, Instant now) {
        checkTimes(outline.opensAt(), outline.closesAt(), now);
        return Change.of(
                new LetterAction(
                        id,
                        1,
                        outline.slug(),
                        Status.DRAFT,
                        outline.campaign(),
                        outline.addressing(),
                        outline.pacing(),
                        false,
                        outline.opensAt(),
                        outline.closesAt(),
                        null,
                        List.of(LetterText.of(1, outline, List.of(), now))),
                new LetterActionDrafted());
    }

    /** The text with which letters are begun now. */
    public LetterText text() {
        return texts.getLast();
    }

    /** A text with which letters were begun at some time. */
    public Optional<LetterText> text(int number) {
        return texts.stream().filter(text -> text.number() == number).findFirst();
    }

    /** What somebody who writes to this reader begins with now. */
    public Wording wordingFor(Reader reader) {
        return text().wordingFor(reader);
    }

    public boolean isPublic() {
        return status != Status.DRAFT;
    }

    public boolean isTest() {
        return test;
    }

    public boolean takesLettersAt(Instant now) {
        return status == Status.OPEN && !isYetToOpenAt(now) && endOfWriting(now).isEmpty();
    }

    /** Opened by staff for a time that has not come. */
    public boolean isYetToOpenAt(Instant now) {
        return status == Status.OPEN && opensAt != null && now.isBefore(opensAt);
    }

    /** Who wrote in time may still confirm a while later. */
    public boolean takesConfirmationsAt(Instant now, Duration grace) {
        return isPublic()
                && endOfWriting(now).map(end -> now.isBefore(end.plus(grace))).orElse(true);
    }

    /** When writing ended, if it has. */
    public Optional<Instant> endOfWriting(Instant now) {
        if (closedAt != null) {
            return Optional.of(closedAt);
        }
        return Optional.ofNullable(closesAt).filter(end -> !now.isBefore(end));
    }

    Change<LetterAction, LetterActionEvent> edit(Outline outline, Instant now) {
        checkEditable(now);
        var drafted = status == Status.DRAFT;
        var opens = drafted ? outline.opensAt() : opensAt;
        checkTimes(opens, outline.closesAt(), now);
        var edited = new LetterAction(
                id,
                version + 1,
                drafted ? outline.slug() : slug, // people have its address already
                status,
                outline.campaign(),
                drafted ? outline.addressing() : addressing, // and have begun letters to whom it names
                outline.pacing(),
                test,
                opens,
                outline.closesAt(),
                null,
                texts);
        return edited.saying(LetterText.of(text().number(), outline, text().variants(), now), now);
    }

    /** Adds a variant behind the others, or writes the one with its id anew. */
    Change<LetterAction, LetterActionEvent> put(Variant variant, Instant now) {
        var variants = new ArrayList<>(text().variants());
        var place = placeOf(variant.id());
        if (place.isPresent()) {
            variants.set(place.get(), variant);
        } else if (variants.size() < MOST_VARIANTS) {
            variants.add(variant);
        } else {
            throw new LetterActionRefusal(Reason.TOO_MANY_VARIANTS);
        }
        return vary(variants, now);
    }

    Change<LetterAction, LetterActionEvent> remove(UUID variant, Instant now) {
        var variants = new ArrayList<>(text().variants());
        variants.remove(knownPlaceOf(variant));
        return vary(variants, now);
    }

    /** Lets a variant be tried before the one that stands ahead of it; the first stays where it is. */
    Change<LetterAction, LetterActionEvent> raise(UUID variant, Instant now) {
        var variants = new ArrayList<>(text().variants());
        var place = knownPlaceOf(variant);
        variants.add(Math.max(place - 1, 0), variants.remove(place));
        return vary(variants, now);
    }

    private Optional<Integer> placeOf(UUID variant) {
        var variants = text().variants();
        return IntStream.range(0, variants.size())
                .filter(i -> variants.get(i).id().equals(variant))
                .boxed()
                .findFirst();
    }

    private int knownPlaceOf(UUID variant) {
        return placeOf(variant).orElseThrow(() -> new LetterActionRefusal(Reason.UNKNOWN_VARIANT));
    }

    private Change<LetterAction, LetterActionEvent> vary(List<Variant> variants, Instant now) {
        checkEditable(now);
        var next = new LetterAction(
                id, version + 1, slug, status, campaign, addressing, pacing, test, opensAt, closesAt, null, texts);
        return next.saying(text().with(variants), now);
    }

    /** In a draft the text changes; once people have seen it, a change of words is a new text. */
    private Change<LetterAction, LetterActionEvent> saying(LetterText text, Instant now) {
        var said = new ArrayList<>(texts);
        if (status == Status.DRAFT) {
            said.set(said.size() - 1, text.numbered(1, now));
        } else if (!text.saysTheSameAs(text())) {
            said.add(text.numbered(text().number() + 1, now));
        }
        return Change.of(
                new LetterAction(
                        id, version, slug, status, campaign, addressing, pacing, test, opensAt, closesAt, null, said),
                new LetterActionEdited());
    }

    private void checkEditable(Instant now) {
        var editable = switch (status) {
            case DRAFT -> true;
            case OPEN, PAUSED -> endOfWriting(now).isEmpty();
            case CLOSED, ARCHIVED -> false;
        };
        if (!editable) {
            throw new LetterActionRefusal(Reason.NOT_EDITABLE);
        }
    }

    Change<LetterAction, LetterActionEvent> open(Instant now) {
        if (status != Status.DRAFT) {
            throw new LetterActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        if (closesAt != null && !now.isBefore(closesAt)) {
            throw new LetterActionRefusal(Reason.CLOSES_TOO_EARLY);
        }
        var from = opensAt == null || opensAt.isBefore(now) ? now : opensAt;
        return Change.of(moveTo(Status.OPEN).between(from, null), new LetterActionOpened());
    }

    Change<LetterAction, LetterActionEvent> pause() {
        return Change.of(moveTo(Status.PAUSED), new LetterActionPaused());
    }

    Change<LetterAction, LetterActionEvent> resume(Instant now) {
        if (status != Status.PAUSED || endOfWriting(now).isPresent()) {
            throw new LetterActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        return Change.of(moveTo(Status.OPEN), new LetterActionResumed());
    }

    Change<LetterAction, LetterActionEvent> close(Instant now) {
        return closed(endOfWriting(now).orElse(now));
    }

    /** Closes an action whose closing time has come; empty for any other. */
    Optional<Change<LetterAction, LetterActionEvent>> closeInTime(Instant now) {
        return status.leadsTo(Status.CLOSED) ? endOfWriting(now).map(this::closed) : Optional.empty();
    }

    private Change<LetterAction, LetterActionEvent> closed(Instant end) {
        return Change.of(moveTo(Status.CLOSED).between(opensAt, end), new LetterActionClosed());
    }

    Change<LetterAction, LetterActionEvent> archive() {
        return Change.of(moveTo(Status.ARCHIVED), new LetterActionArchived());
    }

    /** Switches the test mode; empty if it stands so already. */
    Optional<Change<LetterAction, LetterActionEvent>> tryOut(boolean on) {
        if (status == Status.CLOSED || status == Status.ARCHIVED) {
            throw new LetterActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        if (on == test) {
            return Optional.empty();
        }
        if (on && status == Status.OPEN) {
            throw new LetterActionRefusal(Reason.TEST_WHILE_OPEN);
        }
        var switched = new LetterAction(
                id, version + 1, slug, status, campaign, addressing, pacing, on, opensAt, closesAt, closedAt, texts);
        return Optional.of(Change.of(switched, new LetterActionTestSwitched()));
    }

    private static void checkTimes(@Nullable Instant opens, @Nullable Instant closes, Instant now) {
        if (closes != null && (!closes.isAfter(now) || opens != null && !closes.isAfter(opens))) {
            throw new LetterActionRefusal(Reason.CLOSES_TOO_EARLY);
        }
    }

    private LetterAction moveTo(Status next) {
        if (!status.leadsTo(next)) {
            throw new LetterActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        return new LetterAction(
                id, version + 1, slug, next, campaign, addressing, pacing, test, opensAt, closesAt, closedAt, texts);
    }

    private LetterAction between(@Nullable Instant opensAt, @Nullable Instant closedAt) {
        return new LetterAction(
                id, version, slug, status, campaign, addressing, pacing, test, opensAt, closesAt, closedAt, texts);
    }
}
