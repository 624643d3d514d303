package org.clarion.registrations.gathering;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clarion.actions.progress.Progress;
import org.clarion.messaging.envelope.ActionEntry;
import org.jspecify.annotations.Nullable;

/** A gathering as {@code gathering.v1} shows it to the other services: no joining link, no meeting point, no code. */
final class GatheringEntry {

    /**
     * What only gatherings have.
     *
     * @param edition raised whenever title, time, place or status changes
     */
    record Body(
            String language,
            String host,
            List<String> modes,
            String visibility,
            boolean approval,
            List<String> access,
            @Nullable String venue,
            Instant startsAt,
            Instant endsAt,
            int edition,
            List<Part> sessions,
            @Nullable Instant closedAt) {}

    record Part(
            int number, @Nullable String title, @Nullable String track, Instant startsAt, Instant endsAt) {}

    static final String KIND = "gathering";

    private GatheringEntry() {}

    /** Null for a draft: nobody outside sees it. */
    static @Nullable Object of(Gathering gathering) {
        if (!gathering.isPublic()) {
            return null;
        }
        var programme = gathering.programme();
        return new ActionEntry(
                gathering.id(),
                gathering.version(),
                KIND,
                gathering.status().wireName(),
                gathering.status() == Gathering.Status.OPEN && gathering.isListed(),
                gathering.campaign(),
                gathering.slug(),
                "/events/" + gathering.slug(),
                "/staff/registrations/" + gathering.id(),
                Map.of(programme.language(), programme.title()),
                Map.of(programme.language(), programme.summary()),
                Progress.MEASURE,
                null,
                gathering.opensAt(),
                gathering.closesAt(),
                body(gathering));
    }

    private static Body body(Gathering gathering) {
        var programme = gathering.programme();
        var setting = gathering.setting();
        return new Body(
                programme.language(),
                programme.host(),
                setting.modes().stream().sorted().map(Mode::wireName).toList(),
                gathering.admission().visibility().wireName(),
                gathering.admission().approval(),
                setting.access().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Access::wireName)
                        .toList(),
                setting.venue() == null ? null : setting.venue().name(),
                Objects.requireNonNull(gathering.startsAt()),
                Objects.requireNonNull(gathering.endsAt()),
                gathering.edition(),
                programme.sessions().stream()
                        .map(each ->
                                new Part(each.number(), each.title(), each.track(), each.startsAt(), each.endsAt()))
                        .toList(),
                gathering.closedAt());
    }
}
