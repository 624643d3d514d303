package org.clarion.petitions.petition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clarion.actions.store.Action;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.messaging.outbox.Change;
import org.clarion.pageshell.Deed;
import org.clarion.petitions.petition.PetitionEvent.PetitionArchived;
import org.clarion.petitions.petition.PetitionEvent.PetitionClosed;
import org.clarion.petitions.petition.PetitionEvent.PetitionDrafted;
import org.clarion.petitions.petition.PetitionEvent.PetitionEdited;
import org.clarion.petitions.petition.PetitionEvent.PetitionGoalRaised;
import org.clarion.petitions.petition.PetitionEvent.PetitionOpened;
import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A petition.
 *
 * @param opensAt when signing begins; set at the latest when it is opened
 * @param closedAt when signing ended
 * @param texts every version that was ever public, the current one last
 * @param deeds who did what, the newest last
 */
@Document("petitions")
public record Petition(
        @Id UUID id,
        long version,
        String slug,
        Status status,
        @Nullable UUID campaign,
        long goal,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant closedAt,
        List<PetitionText> texts,
        List<Deed<PetitionDeed>> deeds)
        implements Action {

    public enum Status implements WireNamed {
        DRAFT,
        OPEN,
        CLOSED,
        ARCHIVED;

        boolean leadsTo(Status next) {
            return switch (this) {
                case DRAFT -> next == OPEN;
                case OPEN -> next == CLOSED;
                case CLOSED -> next == ARCHIVED;
                case ARCHIVED -> false;
            };
        }
    }

    public Petition {
        texts = List.copyOf(texts);
        deeds = List.copyOf(deeds);
    }

    static Change<Petition, PetitionEvent> draft(UUID id, Outline outline, String by, Instant now) {
        checkTimes(outline.opensAt(), outline.closesAt(), now);
        var text = PetitionText.of(1, outline, now);
        var deeds = List.of(new Deed<>(now, by, PetitionDeed.DRAFTED));
        return Change.of(
                new Petition(
                        id,
                        1,
                        outline.slug(),
                        Status.DRAFT,
                        outline.campaign(),
                        outline.goal(),
                        outline.opensAt(),
                        outline.closesAt(),
                        null,
                        List.of(text),
                        deeds),
                new PetitionDrafted());
    }

    /** The text that is signed now. */
    public PetitionText text() {
        return texts.getLast();
    }

    /** A text that was signed at some time. */
    public Optional<PetitionText> text(int number) {
        return texts.stream().filter(text -> text.number() == number).findFirst();
    }

    public boolean isPublic() {
        return status != Status.DRAFT;
    }

    Optional<Instant> archivedAt() {
        return deeds.stream()
                .filter(deed -> deed.what() == PetitionDeed.ARCHIVED)
                .map(Deed::at)
                .findFirst();
    }

    public boolean takesSignaturesAt(Instant now) {
        return status == Status.OPEN && !isYetToOpenAt(now) && endOfSigning(now).isEmpty();
    }

    /** Opened by staff for a time that has not come. */
    public boolean isYetToOpenAt(Instant now) {
        return status == Status.OPEN && opensAt != null && now.isBefore(opensAt);
    }

    /** Who signed in time may still confirm a while later. */
    public boolean takesConfirmationsAt(Instant now, Duration grace) {
        return isPublic()
                && endOfSigning(now).map(end -> now.isBefore(end.plus(grace))).orElse(true);
    }

    /** When signing ended, if it has. */
    public Optional<Instant> endOfSigning(Instant now) {
        if (closedAt != null) {
            return Optional.of(closedAt);
        }
        return Optional.ofNullable(closesAt).filter(end -> !now.isBefore(end));
    }

    Change<Petition, PetitionEvent> edit(Outline outline, String by, Instant now) {
        return switch (status) {
            case DRAFT -> editDraft(outline, by, now);
            case OPEN -> editOpen(outline, by, now);
            case CLOSED, ARCHIVED -> throw new ActionRefusal(Reason.NOT_EDITABLE);
        };
    }

    private Change<Petition, PetitionEvent> editDraft(Outline outline, String by, Instant now) {
        checkTimes(outline.opensAt(), outline.closesAt(), now);
        var edited = new Petition(
                id,
                version + 1,
                outline.slug(),
                status,
                outline.campaign(),
                outline.goal(),
                outline.opensAt(),
                outline.closesAt(),
                null,
                List.of(PetitionText.of(1, outline, now)),
                deeds);
        return Change.of(edited.noting(new Deed<>(now, by, PetitionDeed.EDITED)), new PetitionEdited());
    }

    /** Its address and its opening stay: people have them already. */
    private Change<Petition, PetitionEvent> editOpen(Outline outline, String by, Instant now) {
        if (endOfSigning(now).isPresent()) {
            throw new ActionRefusal(Reason.NOT_EDITABLE);
        }
        checkTimes(opensAt, outline.closesAt(), now);
        var sameText = text().saysTheSameAs(outline);
        var next = text().number() + 1;
        var edited = new Petition(
                id,
                version + 1,
                slug,
                status,
                outline.campaign(),
                outline.goal(),
                opensAt,
                outline.closesAt(),
                null,
                sameText ? texts : and(texts, PetitionText.of(next, outline, now)),
                deeds);
        var deed = sameText
                ? new Deed<>(now, by, PetitionDeed.EDITED)
                : new Deed<>(now, by, PetitionDeed.NEW_TEXT, (long) next);
        return Change.of(edited.noting(deed), new PetitionEdited());
    }

    Change<Petition, PetitionEvent> open(String by, Instant now) {
        var opened = moveTo(Status.OPEN);
        if (closesAt != null && !now.isBefore(closesAt)) {
            throw new ActionRefusal(Reason.CLOSES_TOO_EARLY);
        }
        var from = opensAt == null || opensAt.isBefore(now) ? now : opensAt;
        return Change.of(
                opened.between(from, null).noting(new Deed<>(now, by, PetitionDeed.OPENED)), new PetitionOpened());
    }

    Change<Petition, PetitionEvent> close(String by, Instant now) {
        return closed(by, endOfSigning(now).orElse(now), now);
    }

    /** Closes a petition whose closing time has come; empty for any other. */
    Optional<Change<Petition, PetitionEvent>> closeInTime(Instant now) {
        return status == Status.OPEN ? endOfSigning(now).map(end -> closed(null, end, now)) : Optional.empty();
    }

    private Change<Petition, PetitionEvent> closed(@Nullable String by, Instant end, Instant now) {
        var closed = moveTo(Status.CLOSED).between(opensAt, end);
        return Change.of(closed.noting(new Deed<>(now, by, PetitionDeed.CLOSED)), new PetitionClosed());
    }

    Change<Petition, PetitionEvent> archive(String by, Instant now) {
        var archived = moveTo(Status.ARCHIVED);
        return Change.of(archived.noting(new Deed<>(now, by, PetitionDeed.ARCHIVED)), new PetitionArchived());
    }

    /** Steps the goal up if a total has reached it. It never steps down. */
    Optional<Change<Petition, PetitionEvent>> reached(long total, Instant now) {
        if (total < goal || status != Status.OPEN) {
            return Optional.empty();
        }
        var next = Goals.after(total);
        var raised =
                new Petition(id, version + 1, slug, status, campaign, next, opensAt, closesAt, closedAt, texts, deeds);
        return Optional.of(Change.of(
                raised.noting(new Deed<>(now, null, PetitionDeed.GOAL_RAISED, next)), new PetitionGoalRaised()));
    }

    private static void checkTimes(@Nullable Instant opens, @Nullable Instant closes, Instant now) {
        if (closes != null && (!closes.isAfter(now) || opens != null && !closes.isAfter(opens))) {
            throw new ActionRefusal(Reason.CLOSES_TOO_EARLY);
        }
    }

    private Petition moveTo(Status next) {
        if (!status.leadsTo(next)) {
            throw new ActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        return new Petition(id, version + 1, slug, next, campaign, goal, opensAt, closesAt, closedAt, texts, deeds);
    }

    private Petition between(@Nullable Instant opensAt, @Nullable Instant closedAt) {
        return new Petition(id, version, slug, status, campaign, goal, opensAt, closesAt, closedAt, texts, deeds);
    }

    private Petition noting(Deed<PetitionDeed> deed) {
        return new Petition(
                id, version, slug, status, campaign, goal, opensAt, closesAt, closedAt, texts, and(deeds, deed));
    }

    private static <T> List<T> and(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}
