package org.clarion.registrations.gathering;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clarion.registrations.gathering.Admission.Visibility;
import org.clarion.servicedefaults.Ids;
import org.jspecify.annotations.Nullable;

/** Gatherings as staff could write them. */
public final class SampleGatherings {

    public static final String ADA = "ada@example.org";
    public static final Venue LIBRARY = new Venue("The Old Library", "1 Mill Road, Leeds", "Bus 7", "By the lion");

    private SampleGatherings() {}

    public static Session session(int number, Instant startsAt) {
        return new Session(
                number, null, startsAt, startsAt.plus(Duration.ofHours(2)), null, null, null, Capacity.UNLIMITED);
    }

    public static Outline talk(String slug, Instant startsAt, Capacity capacity) {
        return outline(slug, List.of(session(1, startsAt)), Set.of(Mode.IN_PERSON, Mode.ONLINE), capacity, admission());
    }

    /** One session a week. */
    public static Outline festival(String slug, Instant startsAt, int sessions, Capacity capacity) {
        var all = new ArrayList<Session>();
        for (int i = 1; i <= sessions; i++) {
            all.add(session(i, startsAt.plus(Duration.ofDays(7L * (i - 1)))));
        }
        return outline(slug, all, Set.of(Mode.IN_PERSON), capacity, admission());
    }

    public static Admission admission() {
        return new Admission(Visibility.PUBLIC, false, 3, List.of(), List.of());
    }

    public static Outline outline(
            String slug, List<Session> sessions, Set<Mode> modes, Capacity capacity, Admission admission) {
        return new Outline(
                slug,
                null,
                new Programme(
                        "en",
                        "An evening on detention",
                        "Two people tell what it was like.",
                        "Come **early**.",
                        "Rushlight",
                        List.of(new Speaker("Ann O’Nym", "was there", null, null)),
                        sessions),
                new Setting(
                        modes,
                        modes.contains(Mode.IN_PERSON) ? LIBRARY : null,
                        modes.contains(Mode.ONLINE) ? "https://meet.example.org/abc" : null,
                        capacity,
                        Set.of(Access.STEP_FREE)),
                admission,
                null,
                null);
    }

    public static Outline with(Outline outline, Programme programme) {
        return new Outline(
                outline.slug(),
                outline.campaign(),
                programme,
                outline.setting(),
                outline.admission(),
                outline.opensAt(),
                outline.closesAt());
    }

    public static Outline with(Outline outline, Setting setting) {
        return new Outline(
                outline.slug(),
                outline.campaign(),
                outline.programme(),
                setting,
                outline.admission(),
                outline.opensAt(),
                outline.closesAt());
    }

    public static Outline during(Outline outline, @Nullable Instant opensAt, @Nullable Instant closesAt) {
        return new Outline(
                outline.slug(),
                outline.campaign(),
                outline.programme(),
                outline.setting(),
                outline.admission(),
                opensAt,
                closesAt);
    }

    public static Programme titled(Programme programme, String title) {
        return new Programme(
                programme.language(),
                title,
                programme.summary(),
                programme.text(),
                programme.host(),
                programme.speakers(),
                programme.sessions());
    }

    public static Programme of(Programme programme, List<Session> sessions) {
        return new Programme(
                programme.language(),
                programme.title(),
                programme.summary(),
                programme.text(),
                programme.host(),
                programme.speakers(),
                sessions);
    }

    public static Gathering open(Outline outline, Instant now) {
        return Gathering.draft(Ids.next(), outline, ADA, now)
                .state()
                .open(ADA, now)
                .state();
    }

    public static UUID id() {
        return Ids.next();
    }
}
