package org.clarion.registrations.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clarion.messaging.outbox.Sweep;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Gatherings;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Session;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells people of what changes, reminds them, and thanks them: each once for a registration and a cause, because the
 * registration itself remembers what it has asked a mail for. Times are instants, so that no change of the clocks doubles
 * or swallows one.
 */
@Component
class Notices {

    /**
     * Something that those who have a place are told once.
     *
     * @param session for those alone who come to it; 0 for all
     * @param modes for those alone who take part so
     * @param due who got a place later learns it without
     */
    record Cause(String name, String mail, int session, Set<Mode> modes, Instant due) {}

    private static final Set<Mode> EVERYBODY = Set.of(Mode.values());

    private static final int AT_ONCE = 500;

    private final Sweep sweep = new Sweep("people to be told of something");
    private final Registrations registrations;
    private final Gatherings gatherings;
    private final NoticeSettings settings;
    private final Clock clock;

    Notices(Registrations registrations, Gatherings gatherings, NoticeSettings settings, Clock clock) {
        this.registrations = registrations;
        this.gatherings = gatherings;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${registrations.notices.every:20s}", initialDelayString = "10s")
    void tellAndSay() {
        sweep.run(Integer.MAX_VALUE, this::tell);
    }

    Sweep.Outcome tell() {
        var now = clock.instant();
        var all = Sweep.Outcome.NOTHING;
        for (var gathering : gatherings.onOrPastSince(now.minus(settings.thanksUntil()))) {
            all = all.and(tellOfChanges(gathering));
            for (var cause : causes(gathering, now)) {
                all = all.and(sweep.over(
                        registrations.toBeTold(gathering.id(), cause, AT_ONCE),
                        id -> registrations.change(id, current -> current.tell(cause.name(), cause.mail()))));
            }
        }
        return all;
    }

    private Sweep.Outcome tellOfChanges(Gathering gathering) {
        return gathering.isOn() && gathering.edition() > 0
                ? sweep.over(
                        registrations.behind(gathering.id(), gathering.edition(), AT_ONCE),
                        id -> registrations.change(id, current -> current.tellOfChange(gathering.edition())))
                : Sweep.Outcome.NOTHING;
    }

    /** What is to be told now. A reminder whose time has passed is not sent late: the next one says it. */
    List<Cause> causes(Gathering gathering, Instant now) {
        var causes = new ArrayList<Cause>();
        if (gathering.isOn()) {
            for (var session : gathering.programme().sessions()) {
                if (isItsTime(session, settings.week(), settings.day(), now)) {
                    causes.add(reminder("week", session, settings.week(), EVERYBODY));
                }
                if (isItsTime(session, settings.day(), settings.hour(), now)) {
                    causes.addAll(reminders("day", session, settings.day(), gathering));
                }
                if (isItsTime(session, settings.hour(), Duration.ZERO, now)) {
                    causes.addAll(reminders("hour", session, settings.hour(), gathering));
                }
            }
        } else if (gathering.status() == Gathering.Status.PAST) {
            var due = Objects.requireNonNull(gathering.endsAt()).plus(settings.thanksAfter());
            if (!now.isBefore(due)) {
                var mail =
                        gathering.recording() == null ? Registration.THANKS_MAIL : Registration.THANKS_RECORDING_MAIL;
                causes.add(new Cause("thanks", mail, 0, EVERYBODY, due));
            }
        }
        return causes;
    }

    private static boolean isItsTime(Session session, Duration before, Duration until, Instant now) {
        return !before.isZero()
                && !now.isBefore(session.startsAt().minus(before))
                && now.isBefore(session.startsAt().minus(until));
    }

    /** Who takes part online is told where; told again where that address is given late, or changed. */
    private static List<Cause> reminders(String name, Session session, Duration before, Gathering gathering) {
        var address = gathering.joining(session);
        if (address == null) {
            return List.of(reminder(name, session, before, EVERYBODY));
        }
        var inPerson = reminder(name, session, before, Set.of(Mode.IN_PERSON));
        var online = new Cause(
                inPerson.name() + Registration.JOIN + mark(address),
                Registration.REMINDER_ONLINE_MAIL,
                session.number(),
                Set.of(Mode.ONLINE),
                inPerson.due());
        return List.of(inPerson, online);
    }

    /** Tells one address from another. */
    static String mark(String address) {
        return Integer.toHexString(address.hashCode());
    }

    /** The time belongs to its name: who was reminded of a session that was put off is reminded of the new day too. */
    private static Cause reminder(String name, Session session, Duration before, Set<Mode> modes) {
        var cause = "reminder-%s-%d-at-%d"
                .formatted(name, session.number(), session.startsAt().getEpochSecond());
        return new Cause(
                cause,
                Registration.REMINDER_MAIL,
                session.number(),
                modes,
                session.startsAt().minus(before));
    }
}
