package org.clarion.petitions.signature;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.clarion.actions.form.Answers;
import org.clarion.actions.form.Fingerprint;
import org.clarion.actions.form.Homes;
import org.clarion.actions.form.Reading;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.PetitionText;
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
     * @param constituency code, for those whose postcode does not tell
     * @param updates the answer to the question about updates; null where it was not asked
     * @param wording id of the words of that question
     * @param text version of the petition's text that was shown; null for the current one
     * @param request what the client calls this request, to tell a repetition; null for nothing
     */
    record Typed(
            @Nullable String name,
            @Nullable String email,
            @Nullable String postcode,
            @Nullable String country,
            @Nullable String constituency,
            @Nullable String language,
            @Nullable String source,
            @Nullable Boolean updates,
            @Nullable String wording,
            @Nullable Integer text,
            @Nullable String request) {

        /** Says nothing, so that a person cannot slip into a log. */
        @Override
        public String toString() {
            return "Typed";
        }
    }

    private final Pseudonyms pseudonyms;
    private final Homes homes;
    private final Clock clock;

    Reception(Pseudonyms pseudonyms, Homes homes, Clock clock) {
        this.pseudonyms = pseudonyms;
        this.homes = homes;
        this.clock = clock;
    }

    Reading<Submission> read(Petition petition, Typed typed) {
        var answers = new Answers(homes);
        var name = answers.name(typed.name());
        var email = answers.email(typed.email());
        var home = answers.home(typed.postcode(), typed.country(), typed.constituency());
        var text = text(petition, typed.text());
        if (text.isEmpty()) {
            answers.flaw("text", "text.wrong");
        }
        var language = answers.language(typed.language(), petition.text().language());
        var choice = answers.updates(typed.updates(), typed.wording(), clock.instant());
        var request = answers.request(typed.request());
        if (!answers.flaws().isEmpty()) {
            return Reading.flawed(answers.flaws());
        }
        var lives = home.orElseThrow();
        var details = new Details(
                new Signatory(name.orElseThrow().value(), email.orElseThrow().typed(), lives.postcode()),
                lives.constituency(),
                lives.country(),
                language,
                Source.of(typed.source()).value(),
                text.map(shown -> new SignedText(shown.number(), shown.hash())).orElseThrow(),
                choice.orElse(null));
        return Reading.of(submission(petition.id(), email.orElseThrow(), details, request.orElse(null)));
    }

    private Submission submission(UUID petition, EmailAddress email, Details details, @Nullable UUID request) {
        var all = pseudonyms.allOf(email);
        var current = all.getFirst();
        var formerly = all.stream()
                .skip(1)
                .map(pseudonym -> Fingerprint.within(petition, pseudonym.value()))
                .toList();
        return new Submission(
                petition,
                Fingerprint.within(petition, current.value()),
                formerly,
                new Supporter(current.value(), current.key()),
                details,
                request);
    }

    private static Optional<PetitionText> text(Petition petition, @Nullable Integer number) {
        return number == null ? Optional.of(petition.text()) : petition.text(number);
    }
}
