package org.clarion.registrations.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.actions.store.ActionRefusal.Reason;
import org.clarion.pageshell.Deed;
import org.clarion.registrations.registration.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that staff write to a group of those who registered. Who belongs to the group is seen when it leaves.
 *
 * @param by address of the member of staff who wrote it
 * @param counted how many it would have reached when it was written
 * @param leavesAt when it leaves, or has left; null before it is approved
 * @param dueAt when something is to be done about it without anybody asking; null for never
 * @param sent to how many people it was sent; null as long as it is not sent to all
 * @param deeds who did what, the newest last
 */
@Document("messages")
record Message(
        @Id UUID id,
        long version,
        UUID gathering,
        Group group,
        String subject,
        String text,
        String by,
        Stage stage,
        long counted,
        @Nullable Instant leavesAt,
        @Nullable Instant dueAt,
        @Nullable Long sent,
        List<Deed<MessageDeed>> deeds) {

    enum Stage {
        TO_APPROVE,
        /** Can still be stopped. */
        WAITING,
        SENDING,
        SENT,
        STOPPED
    }

    /**
     * As somebody wrote it.
     *
     * @param text plain, with an empty line between paragraphs
     */
    record Draft(UUID id, UUID gathering, Group group, String subject, String text) {}

    Message {
        deeds = List.copyOf(deeds);
    }

    static Message written(Draft draft, String by, long counted, MessageSettings settings, Instant now) {
        var needsApproval = counted > settings.approvedAbove();
        var leavesAt = needsApproval ? null : now.plus(settings.stoppable());
        return new Message(
                draft.id(),
                1,
                draft.gathering(),
                draft.group(),
                draft.subject(),
                draft.text(),
                by,
                needsApproval ? Stage.TO_APPROVE : Stage.WAITING,
                counted,
                leavesAt,
                leavesAt,
                null,
                List.of(new Deed<>(now, by, MessageDeed.WRITTEN)));
    }

    /** By anybody but its author. */
    Message approve(String who, MessageSettings settings, Instant now) {
        if (stage != Stage.TO_APPROVE || who.equals(by)) {
            throw new ActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        var leavesAt = now.plus(settings.stoppable());
        return next(Stage.WAITING, leavesAt, leavesAt, null, new Deed<>(now, who, MessageDeed.APPROVED));
    }

    /** As long as it has not left. */
    Message stop(String who, Instant now) {
        if (stage != Stage.TO_APPROVE && stage != Stage.WAITING) {
            throw new ActionRefusal(Reason.NOT_IN_THAT_STATE);
        }
        return next(Stage.STOPPED, null, null, null, new Deed<>(now, who, MessageDeed.STOPPED));
    }

    /** Once its time has come; empty for any other. */
    Optional<Message> leave(Instant now) {
        return stage == Stage.WAITING && leavesAt != null && !now.isBefore(leavesAt)
                ? Optional.of(next(Stage.SENDING, leavesAt, dueAt, null, null))
                : Optional.empty();
    }

    /** Once nobody is left to whom it is to be sent; empty for any other. */
    Optional<Message> finish(long sent) {
        return stage == Stage.SENDING ? Optional.of(next(Stage.SENT, leavesAt, null, sent, null)) : Optional.empty();
    }

    /** Whether its words are for its readers. */
    public boolean hasLeft() {
        return stage == Stage.SENDING || stage == Stage.SENT;
    }

    public Optional<String> approvedBy() {
        return deeds.stream()
                .filter(deed -> deed.what() == MessageDeed.APPROVED)
                .map(Deed::by)
                .findFirst();
    }

    private Message next(
            Stage stage,
            @Nullable Instant leavesAt,
            @Nullable Instant dueAt,
            @Nullable Long sent,
            @Nullable Deed<MessageDeed> deed) {
        return new Message(
                id,
                version + 1,
                gathering,
                group,
                subject,
                text,
                by,
                stage,
                counted,
                leavesAt,
                dueAt,
                sent,
                Stream.concat(deeds.stream(), Stream.ofNullable(deed)).toList());
    }
}
