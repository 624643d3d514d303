package org.clarion.registrations.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
     * @param due who got a place later learns it without
     */
    record Cause(String name, String mail, int session, Instant due) {

        /** Who takes part online is told where, a day before and later. */
        String mailFor(Mode mode, boolean canJoin) {
            return mail.equals(Registration.REMINDER_MAIL)
                            && !name.startsWith("reminder-week")
                            && mode == Mode.ONLINE
                            && canJoin
                    ? Registration.REMINDER_ONLINE_MAIL
                    : mail;
        }
    }

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
        int done = 0;
        int failed = 0;
        for (var gathering : gatherings.onOrPastSince(now.minus(settings.thanksUntil()))) {
            var changes = tellOfChanges(gathering);
            done += changes.done();
            failed += changes.failed();
            for (var cause : causes(gathering, now)) {
                var told = sweep.over(
                        registrations.toBeTold(gathering.id(), cause, AT_ONCE),
                        id -> registrations.change(
                                id,
                                current -> current.tell(
                                        cause.name(),
                                        cause.mailFor(
                                                current.seat().wish().mode(), canJoin(gathering, cause.session())))));
                done += told.done();
                failed += told.failed();
            }
        }
        return new Sweep.Outcome(done, 0, failed);
    }

    private Sweep.Outcome tellOfChanges(Gathering gathering) {
        return gathering.isOn() && gathering.edition() > 0
                ? sweep.over(
                        registrations.behind(gathering.id(), gathering.edition(), AT_ONCE),
                        id -> registrations.change(id, current -> current.tellOfChange(gathering.edition())))
                : new Sweep.Outcome(0, 0, 0);
    }

    /** What is to be told now. A reminder whose time has passed is not sent late: the next one says it. */
    List<Cause> causes(Gathering gathering, Instant now) {
        var causes = new ArrayList<Cause>();
        if (gathering.isOn()) {
            for (var session : gathering.programme().sessions()) {
                reminder("week", session, settings.week(), settings.day(), now, causes);
                reminder("day", session, settings.day(), settings.hour(), now, causes);
                reminder("hour", session, settings.hour(), Duration.ZERO, now, causes);
            }
        } else if (gathering.status() == Gathering.Status.PAST) {
            var due = Objects.requireNonNull(gathering.endsAt()).plus(settings.thanksAfter());
            if (!now.isBefore(due)) {
                var mail =
                        gathering.recording() == null ? Registration.THANKS_MAIL : Registration.THANKS_RECORDING_MAIL;
                causes.add(new Cause("thanks", mail, 0, due));
            }
        }
        return causes;
    }

    private static boolean canJoin(Gathering gathering, int session) {
        return gathering
                .session(session)
                .filter(each -> !Joining.address(each, gathering).isEmpty())
                .isPresent();
    }

    private static void reminder(
            String name, Session session, Duration before, Duration until, Instant now, List<Cause> causes) {
        var due = session.startsAt().minus(before);
        if (!before.isZero()
                && !now.isBefore(due)
                && now.isBefore(session.startsAt().minus(until))) {
            // The time belongs to it: who was reminded of a session that was put off is reminded of the new day too.
            var cause = "reminder-%s-%d-at-%d"
                    .formatted(name, session.number(), session.startsAt().getEpochSecond());
            causes.add(new Cause(cause, Registration.REMINDER_MAIL, session.number(), due));
        }
    }
}
