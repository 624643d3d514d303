package org.clarion.registrations.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.registrations.places.Answer;
import org.clarion.registrations.places.Outcome;
import org.clarion.registrations.places.PlacesDesk;
import org.clarion.registrations.places.Request;
import org.clarion.registrations.places.Request.Approve;
import org.clarion.registrations.places.Request.End;
import org.clarion.registrations.places.Wish;
import org.clarion.registrations.registration.Appraisal.Opinion;
import org.clarion.registrations.registration.Appraisal.Ruling;
import org.clarion.registrations.registration.Appraisal.Verdict;
import org.springframework.stereotype.Component;

/**
 * Applications, for staff to appraise and to decide. What is decided is kept first, and nobody decides anything else from
 * then on; then the places are asked, as for everybody, and a sweeper asks once more where somebody ended in between.
 */
@Component
public class Applications {

    /**
     * @param seen version of what was filled in: who decides about it says which they have read
     * @param answers number of the question → what was answered
     * @param state what has become of it, as {@code registration.v1} names it
     */
    public record Application(
            UUID id,
            long seen,
            String name,
            Instant appliedAt,
            Wish wish,
            Map<String, List<String>> answers,
            Appraisal appraisal,
            String state) {

        /** What a tick says that means it as it was read. */
        public String ticked() {
            return id + ":" + seen;
        }

        public List<String> answersTo(int question) {
            return answers.getOrDefault(Integer.toString(question), List.of());
        }

        /** Says nothing, so that a person cannot slip into a log. */
        @Override
        public String toString() {
            return "Application";
        }
    }

    /** What comes of a decision. */
    public enum Result {
        DONE,
        /** There are not enough places, or somebody waits for them. */
        FULL,
        /** There is a place: nobody need wait. */
        NOT_FULL,
        /** It has begun, or is cancelled. */
        TOO_LATE,
        /** It was withdrawn, replaced or decided meanwhile. */
        CHANGED
    }

    /** More than staff can compare. */
    private static final int MOST = 5000;

    private final Registrations registrations;
    private final PlacesDesk places;
    private final Takings takings;
    private final Clock clock;

    Applications(Registrations registrations, PlacesDesk places, Takings takings, Clock clock) {
        this.registrations = registrations;
        this.places = places;
        this.takings = takings;
        this.clock = clock;
    }

    /** Those that wait for staff, in the order in which they came. */
    public List<Application> toDecide(UUID gathering) {
        return shown(registrations.toDecide(gathering, MOST));
    }

    /** Those about which staff have decided so, in the order in which they came, whatever became of them since. */
    public List<Application> decided(UUID gathering, Verdict verdict) {
        return shown(registrations.decided(gathering, verdict, MOST));
    }

    private static List<Application> shown(List<Registration> registrations) {
        return registrations.stream()
                .flatMap(registration -> shown(registration).stream())
                .toList();
    }

    private static Optional<Application> shown(Registration registration) {
        var by = registration.details().by();
        return by == null
                ? Optional.empty()
                : Optional.of(new Application(
                        registration.id(),
                        registration.mails().details(),
                        by.name(),
                        registration.recordedAt(),
                        registration.seat().wish(),
                        by.answers(),
                        registration.appraisal(),
                        registration.status().wireName()));
    }

    /** Who stands behind applications, whatever became of them; those of whom nothing is known any more are missing. */
    public Map<UUID, String> names(UUID gathering, Collection<UUID> applications) {
        return registrations.byId(applications).values().stream()
                .filter(each -> each.gathering().equals(gathering))
                .flatMap(each -> shown(each).stream())
                .collect(Collectors.toMap(Application::id, Application::name));
    }

    /**
     * Notes what a member of staff thinks, instead of what they thought before.
     *
     * @param seen version of what was filled in, as they had it before them
     * @throws RegistrationRefusal if it was withdrawn, replaced or decided meanwhile
     */
    public void appraise(UUID gathering, UUID application, long seen, Opinion opinion) {
        registrations
                .change(application, current -> {
                    checkThatItIsOf(gathering, current);
                    return Optional.of(current.appraise(opinion, seen));
                })
                .orElseThrow(() -> new RegistrationRefusal(RegistrationRefusal.Reason.NOT_IN_THAT_STATE));
    }

    /** @param seen version of what was filled in, as the member of staff had it before them */
    public Result rule(UUID gathering, UUID application, long seen, Ruling ruling) {
        try {
            return registrations
                    .change(application, current -> {
                        checkThatItIsOf(gathering, current);
                        return Optional.of(current.rule(ruling, seen, clock.instant()));
                    })
                    .map(this::settle)
                    .orElse(Result.CHANGED);
        } catch (RegistrationRefusal refusal) {
            return Result.CHANGED;
        }
    }

    private static void checkThatItIsOf(UUID gathering, Registration registration) {
        if (!registration.gathering().equals(gathering)) {
            throw new RegistrationRefusal(RegistrationRefusal.Reason.NOT_IN_THAT_STATE);
        }
    }

    /** Ends what waits for staff at a gathering that was cancelled: it has no claim that the places would end by themselves. */
    void callOff(Registration application) {
        var seat = application.seat();
        places.ask(application.gathering(), new End(application.id(), seat.life(), seat.wish(), Outcome.CALLED_OFF));
    }

    /** Asks the places for what staff have decided. It can be repeated: what was done is not done again. */
    Result settle(Registration ruled) {
        var answer = places.askAndWait(ruled.gathering(), request(ruled));
        if (answer.decision() != null) {
            takings.take(ruled.gathering(), List.of(answer.decision()));
        }
        var result = result(answer);
        if (result != Result.DONE) {
            registrations.change(ruled.id(), Registration::unrule);
        }
        return result;
    }

    private static Request request(Registration ruled) {
        var seat = ruled.seat();
        var ruling = Objects.requireNonNull(ruled.appraisal().ruling());
        return switch (ruling.verdict()) {
            case ACCEPT -> new Approve(ruled.id(), seat.life(), seat.wish(), false);
            case WAIT -> new Approve(ruled.id(), seat.life(), seat.wish(), true);
            case DECLINE -> new End(ruled.id(), seat.life(), seat.wish(), Outcome.DECLINED);
        };
    }

    private static Result result(Answer answer) {
        return switch (answer.verdict()) {
            case DONE, ALREADY -> Result.DONE;
            case NO_ROOM -> Result.FULL;
            case NOT_FULL -> Result.NOT_FULL;
            case TOO_LATE -> Result.TOO_LATE;
            case GONE -> Result.CHANGED;
        };
    }
}
