package org.clarion.registrations.registration;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.actions.form.Answers;
import org.clarion.actions.form.Fingerprint;
import org.clarion.actions.form.Homes;
import org.clarion.actions.form.Reading;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Question;
import org.clarion.registrations.gathering.Session;
import org.clarion.registrations.places.Wish;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.Pseudonyms;
import org.clarion.supporters.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody filled in, and says what of it needs mending. */
@Component
class Reception {

    /**
     * What was filled in, as it came.
     *
     * @param heads how many come; null or empty for one
     * @param sessions numbers; empty for all where there is one to choose only
     * @param mode {@code in-person} or {@code online}; null where there is one only
     * @param answers number of the question → what was answered
     * @param updates the answer to the question about updates; null where it was not asked
     * @param wording id of the words of that question
     * @param invitation the code of an invitation
     * @param request what the client calls this request, to tell a repetition; null for nothing
     */
    record Typed(
            @Nullable String name,
            @Nullable String email,
            @Nullable String heads,
            List<String> sessions,
            @Nullable String mode,
            Map<String, List<String>> answers,
            @Nullable String needs,
            @Nullable String diet,
            @Nullable String language,
            @Nullable String source,
            @Nullable Boolean updates,
            @Nullable String wording,
            @Nullable String invitation,
            @Nullable String request) {

        /** Says nothing, so that a person cannot slip into a log. */
        @Override
        public String toString() {
            return "Typed";
        }
    }

    private static final int LONGEST_ANSWER = 2000;
    private static final int LONGEST_NOTE = 500;

    private final Pseudonyms pseudonyms;
    private final Homes homes;
    private final Clock clock;

    Reception(Pseudonyms pseudonyms, Homes homes, Clock clock) {
        this.pseudonyms = pseudonyms;
        this.homes = homes;
        this.clock = clock;
    }

    Reading<Submission> read(Gathering gathering, Typed typed) {
        var form = new Answers(homes);
        var name = form.name(typed.name());
        var email = form.email(typed.email());
        var wish = wish(gathering, typed.heads(), typed.sessions(), typed.mode(), form);
        var answers = answers(gathering, typed.answers(), form);
        var needs = note("needs", typed.needs(), form);
        var diet = note("diet", typed.diet(), form);
        var invitation = invitation(gathering, typed.invitation(), form);
        var language = form.language(typed.language(), gathering.programme().language());
        var choice = form.updates(typed.updates(), typed.wording(), clock.instant());
        var request = form.request(typed.request());
        if (!form.flaws().isEmpty()) {
            return Reading.flawed(form.flaws());
        }
        var by = new Registrant(name.orElseThrow().value(), email.orElseThrow().typed(), answers, needs, diet);
        var details = new Details(by, language, Source.of(typed.source()).value(), choice.orElse(null));
        return Reading.of(submission(
                gathering, email.orElseThrow(), details, wish.orElseThrow(), invitation, request.orElse(null)));
    }

    /** What of the sessions, the mode and the heads can be asked for; empty with the flaws noted. */
    Optional<Wish> wish(
            Gathering gathering, @Nullable String heads, List<String> sessions, @Nullable String mode, Answers form) {
        var number = heads(gathering, heads, form);
        var chosen = sessions(gathering, sessions, form);
        var way = mode(gathering, mode, form);
        return number.isEmpty() || chosen.isEmpty() || way.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wish(chosen, way.get(), number.get()));
    }

    /** As {@link #wish(Gathering, String, List, String, Answers)}, for a form that asks for nothing else. */
    Reading<Wish> wish(Gathering gathering, @Nullable String heads, List<String> sessions, @Nullable String mode) {
        var form = new Answers(homes);
        var wish = wish(gathering, heads, sessions, mode, form);
        return wish.map(Reading::of).orElseGet(() -> Reading.flawed(form.flaws()));
    }

    private static Optional<Integer> heads(Gathering gathering, @Nullable String typed, Answers form) {
        if (typed == null || typed.isBlank()) {
            return Optional.of(1);
        }
        var most = gathering.admission().largestParty();
        try {
            var heads = Integer.parseInt(typed.strip());
            if (heads >= 1 && heads <= most) {
                return Optional.of(heads);
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        form.flaw("heads", most == 1 ? "heads.alone" : "heads.wrong", Integer.toString(most));
        return Optional.empty();
    }

    private Set<Integer> sessions(Gathering gathering, List<String> typed, Answers form) {
        var now = clock.instant();
        var open = gathering.programme().sessions().stream()
                .filter(session -> !session.hasBegunAt(now))
                .map(Session::number)
                .collect(Collectors.toSet());
        var given = typed.stream().filter(each -> !each.isBlank()).toList();
        if (given.isEmpty()) {
            if (gathering.programme().sessions().size() == 1) {
                return gathering.sessionNumbers();
            }
            form.flaw("sessions", "sessions.missing");
            return Set.of();
        }
        var chosen = new HashSet<Integer>();
        for (var each : given) {
            try {
                chosen.add(Integer.parseInt(each.strip()));
            } catch (NumberFormatException e) {
                form.flaw("sessions", "sessions.wrong");
                return Set.of();
            }
        }
        if (!gathering.sessionNumbers().containsAll(chosen)) {
            form.flaw("sessions", "sessions.wrong");
            return Set.of();
        }
        if (!open.containsAll(chosen)) {
            form.flaw("sessions", "sessions.begun");
            return Set.of();
        }
        return chosen;
    }

    private static Optional<Mode> mode(Gathering gathering, @Nullable String typed, Answers form) {
        var modes = gathering.setting().modes();
        if (typed == null || typed.isBlank()) {
            if (modes.size() == 1) {
                return modes.stream().findFirst();
            }
            form.flaw("mode", "mode.missing");
            return Optional.empty();
        }
        var mode = modes.stream()
                .filter(each -> each.wireName().equals(typed.strip()))
                .findFirst();
        if (mode.isEmpty()) {
            form.flaw("mode", "mode.wrong");
        }
        return mode;
    }

    private static Map<String, List<String>> answers(
            Gathering gathering, Map<String, List<String>> typed, Answers form) {
        var answers = new HashMap<String, List<String>>();
        for (var question : gathering.admission().questions()) {
            var key = Integer.toString(question.number());
            var given = typed.getOrDefault(key, List.of()).stream()
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
            flaw(question, given).ifPresent(flaw -> form.flaw("answers[" + key + "]", flaw, question.text()));
            if (!given.isEmpty()) {
                answers.put(key, given);
            }
        }
        return answers;
    }

    private static Optional<String> flaw(Question question, List<String> given) {
        if (given.isEmpty()) {
            return question.required() ? Optional.of("answer.missing") : Optional.empty();
        }
        if (given.stream().anyMatch(each -> each.length() > LONGEST_ANSWER)) {
            return Optional.of("answer.long");
        }
        var fits = switch (question.kind()) {
            case TEXT -> given.size() == 1;
            case NUMBER -> given.size() == 1 && given.getFirst().matches("-?[0-9]{1,9}");
            case CHOICE -> given.size() == 1 && question.options().containsAll(given);
            case SEVERAL -> question.options().containsAll(given);
        };
        return fits
                ? Optional.empty()
                : Optional.of(question.kind() == Question.Kind.NUMBER ? "answer.number" : "answer.wrong");
    }

    private static @Nullable String note(String field, @Nullable String typed, Answers form) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.strip().length() > LONGEST_NOTE) {
            form.flaw(field, "note.long");
        }
        return typed.strip();
    }

    private static @Nullable UUID invitation(Gathering gathering, @Nullable String typed, Answers form) {
        if (!gathering.admission().isByInvitation()) {
            return null;
        }
        if (typed == null || typed.isBlank()) {
            form.flaw("invitation", "invitation.missing");
            return null;
        }
        var code = typed.strip();
        var known = gathering.admission().codes().stream()
                .filter(each -> each.equalsIgnoreCase(code))
                .findFirst();
        if (known.isEmpty()) {
            form.flaw("invitation", "invitation.wrong");
            return null;
        }
        return Fingerprint.within(gathering.id(), known.get());
    }

    private Submission submission(
            Gathering gathering,
            EmailAddress email,
            Details details,
            Wish wish,
            @Nullable UUID invitation,
            @Nullable UUID request) {
        var all = pseudonyms.allOf(email);
        var current = all.getFirst();
        var formerly = all.stream()
                .skip(1)
                .map(pseudonym -> Fingerprint.within(gathering.id(), pseudonym.value()))
                .toList();
        return new Submission(
                gathering.id(),
                Fingerprint.within(gathering.id(), current.value()),
                formerly,
                new Supporter(current.value(), current.key()),
                details,
                wish,
                invitation,
                gathering.edition(),
                Objects.requireNonNull(gathering.endsAt()),
                request);
    }
}
