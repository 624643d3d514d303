package org.clarion.letters.letter;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clarion.actions.form.Answers;
import org.clarion.actions.form.Homes;
import org.clarion.actions.form.Reading;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.action.Subject;
import org.clarion.letters.action.Wording;
import org.clarion.letters.target.Recipients;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.places.Countries;
import org.clarion.places.Postcode;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.Pseudonyms;
import org.clarion.supporters.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody filled in, step by step, and says what of it needs mending. */
@Component
class Reception {

    static final int LONGEST_ADDRESS = 300;

    private static final int MOST_ADDRESS_LINES = 8;
    private static final Pattern LINE_ENDS = Pattern.compile("\\R");

    /** Who is written to, and the letter as it will be read. */
    record Draft(Direction direction, Written text) {}

    private final Directions directions;
    private final Recipients recipients;
    private final Pseudonyms pseudonyms;
    private final Homes homes;
    private final Clock clock;

    Reception(Directions directions, Recipients recipients, Pseudonyms pseudonyms, Homes homes, Clock clock) {
        this.directions = directions;
        this.recipients = recipients;
        this.pseudonyms = pseudonyms;
        this.homes = homes;
        this.clock = clock;
    }

    /** The first step: who is written to. */
    Reading<Direction> direction(LetterAction action, Typed typed) {
        var answers = new Answers(homes);
        var direction = directions.read(action, typed, answers);
        return direction.map(Reading::of).orElseGet(() -> Reading.flawed(answers.flaws()));
    }

    /** The second step: what is written. */
    Reading<Draft> draft(LetterAction action, Typed typed) {
        var answers = new Answers(homes);
        var draft = draft(action, typed, answers);
        return draft.map(Reading::of).orElseGet(() -> Reading.flawed(answers.flaws()));
    }

    private Optional<Draft> draft(LetterAction action, Typed typed, Answers answers) {
        var direction = directions.read(action, typed, answers);
        var body = body(typed.body(), answers);
        return direction.flatMap(to -> body.map(words -> new Draft(to, written(to.wording(), words))));
    }

    /** The supporter's own words, tidied; empty, and the flaw noted, where there are none or too many. */
    Optional<String> body(@Nullable String typed, Answers answers) {
        var body =
                typed == null ? "" : LINE_ENDS.matcher(typed).replaceAll("\n").strip();
        if (body.isEmpty()) {
            answers.flaw("body", "letter.body.missing");
            return Optional.empty();
        }
        if (body.length() > Written.LONGEST_BODY) {
            answers.flaw("body", "letter.body.too-long");
            return Optional.empty();
        }
        return Optional.of(body);
    }

    private static Written written(Wording wording, String body) {
        return new Written(wording.subject(), wording.opening(), body, wording.closing(), wording.variant());
    }

    /** The last step: all of it. */
    Reading<Writing> read(LetterAction action, Typed typed) {
        var answers = new Answers(homes);
        var draft = draft(action, typed, answers);
        var name = answers.name(typed.name()).map(each -> each.value()).filter(each -> isFitForAHeader(each, answers));
        var address = address(typed.address(), answers);
        var country = country(typed.country(), answers);
        var postcode = postcode(typed, country, answers);
        var email = answers.email(typed.email()).filter(each -> isNoOffice(each, answers));
        var choice = answers.updates(typed.updates(), typed.wording(), clock.instant());
        var language = answers.language(typed.language(), action.text().language());
        var request = answers.request(typed.request());
        if (!answers.flaws().isEmpty()) {
            return Reading.flawed(answers.flaws());
        }
        var from =
                new Sender(name.orElseThrow(), email.orElseThrow().typed(), address.orElseThrow(), postcode, country);
        var to = draft.orElseThrow().direction();
        var variant = to.wording().variant();
        var details = new Details(
                from,
                draft.orElseThrow().text(),
                null,
                List.of(),
                to.seat(),
                country,
                language,
                Source.of(typed.source()).value(),
                variant == null ? Details.BASIC : variant.toString(),
                choice.orElse(null));
        var supporters = pseudonyms.allOf(email.orElseThrow()).stream()
                .map(each -> new Supporter(each.value(), each.key()))
                .toList();
        return Reading.of(new Writing(
                action.id(), action.isTest(), supporters, to.to(), to.drawn(), details, request.orElse(null)));
    }

    /** The name goes into the header of a mail: there, a name that a decoder would turn into a line end is none. */
    private static boolean isFitForAHeader(String name, Answers answers) {
        if (Subject.flawIn(name).isPresent()) {
            answers.flaw("name", "name.control-characters");
            return false;
        }
        return true;
    }

    /** Nobody can confirm for an office, and an office that got its own letters would rightly complain. */
    private boolean isNoOffice(EmailAddress email, Answers answers) {
        if (recipients.isContactAddress(email.deliverable())) {
            answers.flaw("email", "letter.email.office");
            return false;
        }
        return true;
    }

    private static Optional<String> address(@Nullable String typed, Answers answers) {
        var lines = typed == null
                ? List.<String>of()
                : LINE_ENDS
                        .splitAsStream(typed)
                        .map(line -> line.replaceAll("[\\p{Z}\\t]+", " ").strip())
                        .filter(line -> !line.isEmpty())
                        .toList();
        var address = String.join("\n", lines);
        if (address.codePoints().noneMatch(Character::isLetterOrDigit)) {
            answers.flaw("address", "letter.address.missing");
            return Optional.empty();
        }
        if (address.length() > LONGEST_ADDRESS || lines.size() > MOST_ADDRESS_LINES) {
            answers.flaw("address", "letter.address.too-long");
            return Optional.empty();
        }
        return Optional.of(address);
    }

    private static String country(@Nullable String typed, Answers answers) {
        if (typed == null || typed.isBlank()) {
            return Countries.UNITED_KINGDOM;
        }
        var country = typed.strip().toUpperCase(Locale.ROOT);
        if (!Countries.isKnown(country)) {
            answers.flaw("country", "country.wrong");
        }
        return country;
    }

    /** Stands under the letter; what is wrong with one has been said where the seat was looked for. */
    private static @Nullable String postcode(Typed typed, String country, Answers answers) {
        if (!country.equals(Countries.UNITED_KINGDOM)) {
            return null;
        }
        var postcode = Postcode.parse(typed.postcode());
        if (typed.postcode() == null || typed.postcode().isBlank()) {
            if (answers.flaws().stream().noneMatch(flaw -> flaw.field().equals("postcode"))) {
                answers.flaw("postcode", "letter.postcode.missing");
            }
        }
        return postcode.map(Postcode::formatted).orElse(null);
    }
}
