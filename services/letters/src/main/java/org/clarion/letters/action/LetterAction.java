package org.clarion.letters.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clarion.actions.store.Action;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.letters.action.LetterActionEvent.LetterActionArchived;
import org.clarion.letters.action.LetterActionEvent.LetterActionClosed;
import org.clarion.letters.action.LetterActionEvent.LetterActionDrafted;
import org.clarion.letters.action.LetterActionEvent.LetterActionEdited;
import org.clarion.letters.action.LetterActionEvent.LetterActionOpened;
import org.clarion.letters.action.LetterActionEvent.LetterActionPaused;
import org.clarion.letters.action.LetterActionEvent.LetterActionResumed;
import org.clarion.letters.action.LetterActionEvent.LetterActionTestSwitched;
import org.clarion.messaging.outbox.Change;
import org.clarion.pageshell.Deed;
import org.clarion.servicedefaults.WireNamed;
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
 * @param deeds who did what, the newest last
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
        List<LetterText> texts,
        List<Deed<LetterActionDeed>> deeds)
        implements Action {

    public enum Status implements WireNamed {
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
    }

    /** Room for every party and position; more than anybody can keep apart. */
    static final int MOST_VARIANTS = 20;

    public LetterAction {
        texts = List.copyOf(texts);
        deeds = List.copyOf(deeds);
    }

    static Change<LetterAction, LetterActionEvent> draft(UUID id, Outline outline, String by, Instant now) {
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
                        List.of(LetterText.of(1, outline, List.of(), now)),
                        List.of(new Deed<>(now, by, LetterActionDeed.DRAFTED))),
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

    @Override
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

    /** Whether its words, its pacing and its closing time can still change. */
    boolean isEditableAt(Instant now) {
        return switch (status) {
            case DRAFT -> true;
            case OPEN, PAUSED -> endOfWriting(now).isEmpty();
            case CLOSED, ARCHIVED -> false;
        };
    }

    Change<LetterAction, LetterActionEvent> edit(Outline outline, String by, Instant now) {
        checkEditable(now);
        var isDraft = status == Status.DRAFT;
        var opens = isDraft ? outline.opensAt() : opensAt;
        checkTimes(opens, outline.closesAt(), now);
        var edited = new LetterAction(
                id,
                version + 1,
                isDraft ? outline.slug() : slug, // people have its address already
                status,
                outline.campaign(),
                isDraft ? outline.addressing() : addressing, // and have begun letters to those whom it names
                outline.pacing(),
                test,
                opens,
                outline.closesAt(),
                null,
                texts,
                deeds);
        return edited.saying(LetterText.of(text().number(), outline, text().variants(), now), by, now);
    }

    /** Adds a variant behind the others, or writes the one with its id anew. */
    Change<LetterAction, LetterActionEvent> put(Variant variant, String by, Instant now) {
        var variants = new ArrayList<>(text().variants());
        var place = placeOf(variant.id());
        if (place.isPresent()) {
            variants.set(place.getAsInt(), variant);
        } else if (variants.size() < MOST_VARIANTS) {
            variants.add(variant);
        } else {
            throw new TooManyVariants();
        }
        return vary(variants, by, now);
    }

    Change<LetterAction, LetterActionEvent> remove(UUID variant, String by, Instant now) {
        var variants = new ArrayList<>(text().variants());
        variants.remove(knownPlaceOf(variant));
        return vary(variants, by, now);
    }

    /** Lets a variant be tried before the one that stands ahead of it; the first stays where it is. */
    Change<LetterAction, LetterActionEvent> raise(UUID variant, String by, Instant now) {
        var variants = new ArrayList<>(text().variants());
        var place = knownPlaceOf(variant);
        variants.add(Math.max(place - 1, 0), variants.remove(place));
        return vary(variants, by, now);
    }

    private OptionalInt placeOf(UUID variant) {
        var variants = text().variants();
        return IntStream.range(0, variants.size())
                .filter(i -> variants.get(i).id().equals(variant))
                .findFirst();
    }

    private int knownPlaceOf(UUID variant) {
        return placeOf(variant).orElseThrow(() -> new ActionRefusal(Reason.NOT_IN_THAT_STATE));
    }

    private Change<LetterAction, LetterActionEvent> vary(List<Variant> variants, String by, Instant now) {
        checkEditable(now);
        return next(status).saying(text().with(variants), by, now);
    }

    /** In a draft the text changes; once people have seen it, a change of words is a new text. */
    private Change<LetterAction, LetterActionEvent> saying(LetterText text, String by, Instant now) {
        if (status == Status.DRAFT) {
            return edited(List.of(text.numbered(1, now)), new Deed<>(now, by, LetterActionDeed.EDITED));
        }
        if (text.saysTheSameAs(text())) {
            return edited(texts, new Deed<>(now, by, LetterActionDeed.EDITED));
        }
        var number = text().number() + 1;
        return edited(
                and(texts, text.numbered(number, now)), new Deed<>(now, by, LetterActionDeed.NEW_TEXT, (long) number));
    }

    private Change<LetterAction, LetterActionEvent> edited(List<LetterText> said, Deed<LetterActionDeed> deed) {
        var edited = with(version, status, test, opensAt, closedAt, said, and(deeds, deed));
        return Change.of(edited, new LetterActionEdited());
    }

    private void checkEditable(Instant now) {
        if (!isEditableAt(now)) {
            throw new ActionRefusal(Reason.NOT_EDITABLE);
        }
    }

    Change<LetterAction, LetterActionEvent> open(String by, Instant now) {
        if (status != Status.DRAFT) {
            throw new ActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        if (closesAt != null && !now.isBefore(closesAt)) {
            throw new ActionRefusal(Reason.CLOSES_TOO_EARLY);
        }
        var from = opensAt == null || opensAt.isBefore(now) ? now : opensAt;
        return Change.of(
                moveTo(Status.OPEN).between(from, null).noting(new Deed<>(now, by, LetterActionDeed.OPENED)),
                new LetterActionOpened());
    }

    Change<LetterAction, LetterActionEvent> pause(String by, Instant now) {
        return Change.of(
                moveTo(Status.PAUSED).noting(new Deed<>(now, by, LetterActionDeed.PAUSED)), new LetterActionPaused());
    }

    Change<LetterAction, LetterActionEvent> resume(String by, Instant now) {
        if (status != Status.PAUSED || endOfWriting(now).isPresent()) {
            throw new ActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        return Change.of(
                moveTo(Status.OPEN).noting(new Deed<>(now, by, LetterActionDeed.RESUMED)), new LetterActionResumed());
    }

    Change<LetterAction, LetterActionEvent> close(String by, Instant now) {
        return closed(by, endOfWriting(now).orElse(now), now);
    }

    /** Closes an action whose closing time has come; empty for any other. */
    Optional<Change<LetterAction, LetterActionEvent>> closeInTime(Instant now) {
        return status.leadsTo(Status.CLOSED) ? endOfWriting(now).map(end -> closed(null, end, now)) : Optional.empty();
    }

    private Change<LetterAction, LetterActionEvent> closed(@Nullable String by, Instant end, Instant now) {
        var closed = moveTo(Status.CLOSED).between(opensAt, end);
        return Change.of(closed.noting(new Deed<>(now, by, LetterActionDeed.CLOSED)), new LetterActionClosed());
    }

    Change<LetterAction, LetterActionEvent> archive(String by, Instant now) {
        return Change.of(
                moveTo(Status.ARCHIVED).noting(new Deed<>(now, by, LetterActionDeed.ARCHIVED)),
                new LetterActionArchived());
    }

    /** Switches the test mode; empty if it stands so already. */
    Optional<Change<LetterAction, LetterActionEvent>> tryOut(boolean on, String by, Instant now) {
        if (status == Status.CLOSED || status == Status.ARCHIVED) {
            throw new ActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        if (on == test) {
            return Optional.empty();
        }
        if (on && status == Status.OPEN) {
            throw new ActionRefusal(Reason.NOT_IN_THAT_STATE); // letters that are being written would turn into trials
        }
        var switched = with(version + 1, status, on, opensAt, closedAt, texts, deeds);
        var deed = on ? LetterActionDeed.TEST_ON : LetterActionDeed.TEST_OFF;
        return Optional.of(Change.of(switched.noting(new Deed<>(now, by, deed)), new LetterActionTestSwitched()));
    }

    private static void checkTimes(@Nullable Instant opens, @Nullable Instant closes, Instant now) {
        if (closes != null && (!closes.isAfter(now) || opens != null && !closes.isAfter(opens))) {
            throw new ActionRefusal(Reason.CLOSES_TOO_EARLY);
        }
    }

    private LetterAction moveTo(Status next) {
        if (!status.leadsTo(next)) {
            throw new ActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        return next(next);
    }

    private LetterAction next(Status next) {
        return with(version + 1, next, test, opensAt, closedAt, texts, deeds);
    }

    private LetterAction between(@Nullable Instant opensAt, @Nullable Instant closedAt) {
        return with(version, status, test, opensAt, closedAt, texts, deeds);
    }

    private LetterAction noting(Deed<LetterActionDeed> deed) {
        return with(version, status, test, opensAt, closedAt, texts, and(deeds, deed));
    }

    /** With the parts that steps change. */
    private LetterAction with(
            long version,
            Status status,
            boolean test,
            @Nullable Instant opensAt,
            @Nullable Instant closedAt,
            List<LetterText> texts,
            List<Deed<LetterActionDeed>> deeds) {
        return new LetterAction(
                id,
                version,
                slug,
                status,
                campaign,
                addressing,
                pacing,
                test,
                opensAt,
                closesAt,
                closedAt,
                texts,
                deeds);
    }

    private static <T> List<T> and(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}
