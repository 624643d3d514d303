package org.clarion.registrations.gathering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.actions.store.Action;
import org.clarion.actions.store.ActionRefusal;
import org.clarion.messaging.outbox.Change;
import org.clarion.pageshell.Deed;
import org.clarion.registrations.gathering.GatheringEvent.GatheringCancelled;
import org.clarion.registrations.gathering.GatheringEvent.GatheringClosed;
import org.clarion.registrations.gathering.GatheringEvent.GatheringDrafted;
import org.clarion.registrations.gathering.GatheringEvent.GatheringEdited;
import org.clarion.registrations.gathering.GatheringEvent.GatheringHeld;
import org.clarion.registrations.gathering.GatheringEvent.GatheringMovedOnline;
import org.clarion.registrations.gathering.GatheringEvent.GatheringOpened;
import org.clarion.registrations.gathering.GatheringRefusal.Reason;
import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that people come together for.
 *
 * @param edition raised whenever something changes that those who come are told of: title, time, place or status
 * @param opensAt when registration begins; set at the latest when it is opened
 * @param closesAt when registration ends
 * @param endsAt when the last session ends; null as long as there is none
 * @param closedAt when registration ended
 * @param recording where it can be seen afterwards; null for nowhere
 * @param deeds who did what, the newest last
 */
@Document("gatherings")
public record Gathering(
        @Id UUID id,
        long version,
        String slug,
        Status status,
        @Nullable UUID campaign,
        Programme programme,
        Setting setting,
        Admission admission,
        int edition,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant endsAt,
        @Nullable Instant closedAt,
        @Nullable String recording,
        List<Deed<GatheringDeed>> deeds)
        implements Action {

    public enum Status implements WireNamed {
        DRAFT,
        OPEN,
        CLOSED,
        PAST,
        CANCELLED;

        boolean leadsTo(Status next) {
            return switch (this) {
                case DRAFT -> next == OPEN;
                case OPEN -> next == CLOSED || next == CANCELLED || next == PAST;
                case CLOSED -> next == PAST || next == CANCELLED;
                case PAST, CANCELLED -> false;
            };
        }
    }

    public Gathering {
        deeds = List.copyOf(deeds);
    }

    static Change<Gathering, GatheringEvent> draft(UUID id, Outline outline, String by, Instant now) {
        return Change.of(drafted(id, outline, new Deed<>(now, by, GatheringDeed.DRAFTED)), new GatheringDrafted());
    }

    private static Gathering drafted(UUID id, Outline outline, Deed<GatheringDeed> deed) {
        check(outline);
        return new Gathering(
                id,
                1,
                outline.slug(),
                Status.DRAFT,
                outline.campaign(),
                outline.programme(),
                outline.setting(),
                outline.admission(),
                0,
                outline.opensAt(),
                closing(outline),
                ending(outline.programme()),
                null,
                null,
                List.of(deed));
    }

    /**
     * The same once more, as a draft to be looked through: every session 52 weeks later, on the same day of the week and at
     * the same time of day. Codes and recording stay behind.
     */
    Change<Gathering, GatheringEvent> copy(UUID newId, String newSlug, String by, Instant now) {
        var sessions = programme.sessions().stream().map(NextYear::of).toList();
        var next = new Programme(
                programme.language(),
                programme.title(),
                programme.summary(),
                programme.text(),
                programme.host(),
                programme.speakers(),
                sessions);
        var admitted = new Admission(
                admission.visibility(), admission.approval(), admission.guests(), admission.questions(), List.of());
        var outline = new Outline(newSlug, campaign, next, setting, admitted, null, null);
        return Change.of(drafted(newId, outline, new Deed<>(now, by, GatheringDeed.COPIED)), new GatheringDrafted());
    }

    @Override
    public boolean isPublic() {
        return status != Status.DRAFT;
    }

    /** Whether it stands in lists and feeds. */
    public boolean isListed() {
        return isPublic() && admission.visibility() == Admission.Visibility.PUBLIC;
    }

    /** Whether it still takes place, as far as is known. */
    public boolean isOn() {
        return status == Status.OPEN || status == Status.CLOSED;
    }

    public boolean takesRegistrationsAt(Instant now) {
        return status == Status.OPEN && !isYetToOpenAt(now) && !hasEndedRegistrationAt(now);
    }

    /** Opened by staff for a time that has not come. */
    public boolean isYetToOpenAt(Instant now) {
        return status == Status.OPEN && opensAt != null && now.isBefore(opensAt);
    }

    private boolean hasEndedRegistrationAt(Instant now) {
        return closesAt != null && !now.isBefore(closesAt);
    }

    /** When registration ends by the wish of staff; null where it lasts until the last session begins, whenever that is. */
    public @Nullable Instant closesEarlyAt() {
        return Objects.equals(closesAt, lastStart(programme)) ? null : closesAt;
    }

    /** When the first session begins; null as long as there is none. */
    public @Nullable Instant startsAt() {
        return programme.sessions().isEmpty()
                ? null
                : programme.sessions().getFirst().startsAt();
    }

    public Optional<Session> session(int number) {
        return programme.session(number);
    }

    /** The numbers of all sessions. */
    public Set<Integer> sessionNumbers() {
        return programme.sessions().stream().map(Session::number).collect(Collectors.toUnmodifiableSet());
    }

    /** {@code Film weeks: Leaving}, or the title alone where a session has none. */
    public String title(Session session) {
        return session.title() == null ? programme.title() : programme.title() + ": " + session.title();
    }

    /** Where people come to; null for what is online alone. */
    public @Nullable Venue venue(Session session) {
        return session.venue() == null ? setting.venue() : session.venue();
    }

    /** Where people join who take part online; null as long as there is none. */
    public @Nullable String joining(Session session) {
        return session.joining() == null ? setting.joining() : session.joining();
    }

    /** How many heads there is room for; null where nobody counts. */
    public @Nullable Integer capacity(Session session, Mode mode) {
        var own = session.capacity().in(mode);
        return own != null ? own : setting.capacity().in(mode);
    }

    Change<Gathering, GatheringEvent> edit(Outline outline, String by, Instant now) {
        return switch (status) {
            case DRAFT -> editDraft(outline, by, now);
            case OPEN, CLOSED -> editAnnounced(outline, by, now);
            case PAST, CANCELLED -> throw new ActionRefusal(ActionRefusal.Reason.NOT_EDITABLE);
        };
    }

    private Change<Gathering, GatheringEvent> editDraft(Outline outline, String by, Instant now) {
        check(outline);
        var edited = new Gathering(
                id,
                version + 1,
                outline.slug(),
                status,
                outline.campaign(),
                outline.programme(),
                outline.setting(),
                outline.admission(),
                edition,
                outline.opensAt(),
                closing(outline),
                ending(outline.programme()),
                null,
                null,
                deeds);
        return Change.of(edited.noting(new Deed<>(now, by, GatheringDeed.EDITED)), new GatheringEdited());
    }

    /**
     * Its address and its opening stay: people have them already. So do every session and taking part online, for which
     * people have registered: the room may have no places for those who were to join from elsewhere.
     */
    private Change<Gathering, GatheringEvent> editAnnounced(Outline outline, String by, Instant now) {
        check(outline);
        if (!outline.programme().sessions().stream()
                .map(Session::number)
                .collect(Collectors.toSet())
                .containsAll(sessionNumbers())) {
            throw new GatheringRefusal(Reason.SESSION_TAKEN_AWAY);
        }
        if (setting.modes().contains(Mode.ONLINE) && !outline.setting().modes().contains(Mode.ONLINE)) {
            throw new GatheringRefusal(Reason.ONLINE_TAKEN_AWAY);
        }
        checkAnnounced(outline.programme(), outline.setting());
        if (opensAt != null && outline.closesAt() != null && !outline.closesAt().isAfter(opensAt)) {
            throw new ActionRefusal(ActionRefusal.Reason.CLOSES_TOO_EARLY);
        }
        var tells = tells(outline);
        var edited = new Gathering(
                id,
                version + 1,
                slug,
                status,
                outline.campaign(),
                outline.programme(),
                outline.setting(),
                outline.admission(),
                tells ? edition + 1 : edition,
                opensAt,
                status == Status.CLOSED ? closesAt : closing(outline),
                ending(outline.programme()),
                closedAt,
                recording,
                deeds);
        var deed = new Deed<>(now, by, tells ? GatheringDeed.CHANGED : GatheringDeed.EDITED);
        return Change.of(edited.noting(deed), new GatheringEdited());
    }

    /** Whether those who come have to know of it: another title, time or place. What is added they find on the page. */
    private boolean tells(Outline outline) {
        if (!outline.programme().title().equals(programme.title())
                || !outline.setting().isAtTheSamePlaceAs(setting)) {
            return true;
        }
        return programme.sessions().stream()
                .anyMatch(session -> outline.programme()
                        .session(session.number())
                        .map(next -> !next.isAtTheSameTimeAndPlaceAs(session))
                        .orElse(true));
    }

    Change<Gathering, GatheringEvent> open(String by, Instant now) {
        check(Status.OPEN);
        checkAnnounced(programme, setting);
        if (endsAt == null || !now.isBefore(endsAt)) {
            throw new GatheringRefusal(Reason.SESSION_IS_OVER);
        }
        if (closesAt != null && !now.isBefore(closesAt)) {
            throw new ActionRefusal(ActionRefusal.Reason.CLOSES_TOO_EARLY);
        }
        var from = opensAt == null || opensAt.isBefore(now) ? now : opensAt;
        var opened = new Gathering(
                id,
                version + 1,
                slug,
                Status.OPEN,
                campaign,
                programme,
                setting,
                admission,
                edition,
                from,
                closesAt,
                endsAt,
                null,
                recording,
                deeds);
        return Change.of(opened.noting(new Deed<>(now, by, GatheringDeed.OPENED)), new GatheringOpened());
    }

    Change<Gathering, GatheringEvent> close(String by, Instant now) {
        return closed(by, now);
    }

    /** Ends registration once its time has come; empty for any other. */
    Optional<Change<Gathering, GatheringEvent>> closeInTime(Instant now) {
        return status == Status.OPEN && closesAt != null && hasEndedRegistrationAt(now)
                ? Optional.of(closed(null, now))
                : Optional.empty();
    }

    private Change<Gathering, GatheringEvent> closed(@Nullable String by, Instant now) {
        check(Status.CLOSED);
        var end = closesAt != null && closesAt.isBefore(now) ? closesAt : now;
        var closed = moved(Status.CLOSED, setting, programme, edition, end);
        return Change.of(closed.noting(new Deed<>(now, by, GatheringDeed.CLOSED)), new GatheringClosed());
    }

    /** Says that it is over once its last session has ended; empty for any other. */
    Optional<Change<Gathering, GatheringEvent>> endInTime(Instant now) {
        if (!isOn() || endsAt == null || now.isBefore(endsAt)) {
            return Optional.empty();
        }
        var past = moved(Status.PAST, setting, programme, edition, closedAt == null ? endsAt : closedAt);
        return Optional.of(Change.of(past.noting(new Deed<>(now, null, GatheringDeed.PAST)), new GatheringHeld()));
    }

    /** In one act: nobody comes in person any more, everybody joins at this address, or at that of their session. */
    Change<Gathering, GatheringEvent> moveOnline(String joining, String by, Instant now) {
        if (!isOn()) {
            throw new ActionRefusal(ActionRefusal.Reason.NOT_IN_THAT_STATE);
        }
        if (setting.modes().equals(Set.of(Mode.ONLINE))) {
            throw new GatheringRefusal(Reason.ONLINE_ALREADY);
        }
        if (joining.isBlank()) {
            throw new GatheringRefusal(Reason.NO_JOINING_LINK);
        }
        var sessions = programme.sessions().stream()
                .map(session -> new Session(
                        session.number(),
                        session.title(),
                        session.startsAt(),
                        session.endsAt(),
                        session.track(),
                        null,
                        session.joining(),
                        new Capacity(null, session.capacity().online())))
                .toList();
        var elsewhere = new Programme(
                programme.language(),
                programme.title(),
                programme.summary(),
                programme.text(),
                programme.host(),
                programme.speakers(),
                sessions);
        var moved = moved(status, setting.online(joining), elsewhere, edition + 1, closedAt);
        return Change.of(moved.noting(new Deed<>(now, by, GatheringDeed.MOVED_ONLINE)), new GatheringMovedOnline());
    }

    Change<Gathering, GatheringEvent> cancel(String by, Instant now) {
        check(Status.CANCELLED);
        var cancelled = moved(Status.CANCELLED, setting, programme, edition + 1, closedAt == null ? now : closedAt);
        return Change.of(cancelled.noting(new Deed<>(now, by, GatheringDeed.CANCELLED)), new GatheringCancelled());
    }

    /** Says where it can be seen afterwards. */
    Change<Gathering, GatheringEvent> addRecording(String address, String by, Instant now) {
        if (status != Status.PAST) {
            throw new ActionRefusal(ActionRefusal.Reason.NOT_IN_THAT_STATE);
        }
        var recorded = new Gathering(
                id,
                version + 1,
                slug,
                status,
                campaign,
                programme,
                setting,
                admission,
                edition,
                opensAt,
                closesAt,
                endsAt,
                closedAt,
                address,
                deeds);
        return Change.of(recorded.noting(new Deed<>(now, by, GatheringDeed.RECORDING_ADDED)), new GatheringEdited());
    }

    private static void check(Outline outline) {
        for (var session : outline.programme().sessions()) {
            if (!session.endsAt().isAfter(session.startsAt())) {
                throw new GatheringRefusal(Reason.SESSION_ENDS_TOO_EARLY);
            }
        }
        var opens = outline.opensAt();
        var closes = closing(outline);
        if (opens != null && closes != null && !closes.isAfter(opens)) {
            throw new ActionRefusal(ActionRefusal.Reason.CLOSES_TOO_EARLY);
        }
    }

    /** What a draft may still lack, people who come may not. */
    private static void checkAnnounced(Programme programme, Setting setting) {
        if (programme.sessions().isEmpty()) {
            throw new GatheringRefusal(Reason.NO_SESSION);
        }
        if (setting.isInPerson()
                && setting.venue() == null
                && programme.sessions().stream().anyMatch(session -> session.venue() == null)) {
            throw new GatheringRefusal(Reason.NO_PLACE);
        }
    }

    private static @Nullable Instant closing(Outline outline) {
        var last = lastStart(outline.programme());
        var wished = outline.closesAt();
        return wished == null || last != null && last.isBefore(wished) ? last : wished;
    }

    private static @Nullable Instant lastStart(Programme programme) {
        return programme.sessions().isEmpty()
                ? null
                : programme.sessions().getLast().startsAt();
    }

    private static @Nullable Instant ending(Programme programme) {
        return programme.sessions().stream()
                .map(Session::endsAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private void check(Status next) {
        if (!status.leadsTo(next)) {
            throw new ActionRefusal(ActionRefusal.Reason.NOT_IN_THAT_STATE);
        }
    }

    private Gathering moved(
            Status next, Setting setting, Programme programme, int edition, @Nullable Instant closedAt) {
        return new Gathering(
                id,
                version + 1,
                slug,
                next,
                campaign,
                programme,
                setting,
                admission,
                edition,
                opensAt,
                closesAt,
                endsAt,
                closedAt,
                recording,
                deeds);
    }

    private Gathering noting(Deed<GatheringDeed> deed) {
        var more = new ArrayList<>(deeds);
        more.add(Objects.requireNonNull(deed));
        return new Gathering(
                id, version, slug, status, campaign, programme, setting, admission, edition, opensAt, closesAt, endsAt,
                closedAt, recording, more);
    }
}
