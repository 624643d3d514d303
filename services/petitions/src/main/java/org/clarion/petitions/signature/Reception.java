package org.clarion.petitions.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.petitions.consent.UpdatesConsent;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.PetitionText;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.clarion.places.Countries;
import org.clarion.places.Places;
import org.clarion.places.Postcode;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.PersonName;
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

    /**
     * Something that needs mending.
     *
     * @param what key of the words for it, below {@code sign.}
     */
    record Flaw(String field, String what) {}

    /** Either a submission or what is wrong with it. */
    record Reading(@Nullable Submission submission, List<Flaw> flaws) {

        Optional<Submission> accepted() {
            return Optional.ofNullable(submission);
        }
    }

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");
    private static final int LONGEST_REQUEST = 255;

    private final Pseudonyms pseudonyms;
    private final Places places;
    private final Constituencies constituencies;
    private final Clock clock;

    Reception(Pseudonyms pseudonyms, Places places, Constituencies constituencies, Clock clock) {
        this.pseudonyms = pseudonyms;
        this.places = places;
        this.constituencies = constituencies;
        this.clock = clock;
    }

    Reading read(Petition petition, Typed typed) {
        var flaws = new ArrayList<Flaw>();
        PersonName.flawIn(typed.name()).ifPresent(flaw -> flaws.add(new Flaw("name", "name." + key(flaw))));
        var email = EmailAddress.parse(typed.email());
        if (email.isEmpty()) {
            flaws.add(new Flaw("email", isBlank(typed.email()) ? "email.missing" : "email.wrong"));
        }
        var home = home(typed, flaws);
        var text = text(petition, typed, flaws);
        var language = language(petition, typed, flaws);
        var choice = choice(typed, flaws);
        if (typed.request() != null && typed.request().length() > LONGEST_REQUEST) {
            flaws.add(new Flaw("Idempotency-Key", "request.wrong"));
        }
        if (!flaws.isEmpty() || home == null || text == null) {
            return new Reading(null, flaws);
        }
        var details = new Details(
                new Signatory(
                        new PersonName(String.valueOf(typed.name())).value(),
                        email.orElseThrow().typed(),
                        home.postcode()),
                home.constituency(),
                home.country(),
                language,
                Source.of(typed.source()).value(),
                new SignedText(text.number(), text.hash()),
                choice);
        return new Reading(submission(petition.id(), email.orElseThrow(), details, typed.request()), List.of());
    }

    private Submission submission(UUID petition, EmailAddress email, Details details, @Nullable String request) {
        var all = pseudonyms.allOf(email);
        var current = all.getFirst();
        var formerly = all.stream()
                .skip(1)
                .map(pseudonym -> signer(petition, pseudonym.value()))
                .toList();
        return new Submission(
                petition,
                signer(petition, current.value()),
                formerly,
                new Supporter(current.value(), current.key()),
                details,
                isBlank(request) ? null : shortened(request.getBytes(StandardCharsets.UTF_8)));
    }

    /** Short, so that the one index that cannot be ordered by time stays small. Says nothing about the pseudonym. */
    private static UUID signer(UUID petition, String pseudonym) {
        var name = pseudonym.getBytes(StandardCharsets.US_ASCII);
        return shortened(ByteBuffer.allocate(16 + name.length)
                .putLong(petition.getMostSignificantBits())
                .putLong(petition.getLeastSignificantBits())
                .put(name)
                .array());
    }

    /** The first 128 bits of SHA-256. */
    private static UUID shortened(byte[] content) {
        try {
            var digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private record Home(@Nullable String postcode, @Nullable String constituency, String country) {}

    private @Nullable Home home(Typed typed, List<Flaw> flaws) {
        var country = country(typed, flaws);
        if (country == null) {
            return null;
        }
        if (!country.equals(Countries.UNITED_KINGDOM)) {
            return new Home(null, null, country); // what they call a postcode tells us nothing, so it is not kept
        }
        var postcode = Postcode.parse(typed.postcode());
        if (postcode.isEmpty() && !isBlank(typed.postcode())) {
            flaws.add(new Flaw("postcode", "postcode.wrong"));
        }
        var picked = isBlank(typed.constituency())
                ? Optional.<Constituency>empty()
                : constituencies.byCode(typed.constituency().strip());
        if (picked.isEmpty() && !isBlank(typed.constituency())) {
            flaws.add(new Flaw("constituency", "constituency.wrong"));
        }
        var constituency = postcode.flatMap(places::find)
                .map(place -> place.constituency())
                .or(() -> picked)
                .map(Constituency::code);
        return new Home(postcode.map(Postcode::value).orElse(null), constituency.orElse(null), country);
    }

    private static @Nullable String country(Typed typed, List<Flaw> flaws) {
        if (isBlank(typed.country())) {
            if (isBlank(typed.postcode()) && isBlank(typed.constituency())) {
                flaws.add(new Flaw("postcode", "home.missing"));
                return null;
            }
            return Countries.UNITED_KINGDOM;
        }
        var country = typed.country().strip().toUpperCase(Locale.ROOT);
        if (!Countries.isKnown(country)) {
            flaws.add(new Flaw("country", "country.wrong"));
            return null;
        }
        return country;
    }

    private static @Nullable PetitionText text(Petition petition, Typed typed, List<Flaw> flaws) {
        if (typed.text() == null) {
            return petition.text();
        }
        var text = petition.text(typed.text());
        if (text.isEmpty()) {
            flaws.add(new Flaw("text", "text.wrong"));
        }
        return text.orElse(null);
    }

    private static String language(Petition petition, Typed typed, List<Flaw> flaws) {
        if (isBlank(typed.language())) {
            return petition.text().language();
        }
        if (!LANGUAGE.matcher(typed.language()).matches()) {
            flaws.add(new Flaw("language", "language.wrong"));
        }
        return typed.language();
    }

    private @Nullable ConsentChoice choice(Typed typed, List<Flaw> flaws) {
        if (typed.updates() == null) {
            return null;
        }
        if (isBlank(typed.wording()) || !UpdatesConsent.isWording(typed.wording())) {
            flaws.add(new Flaw("consent.wording", "wording.wrong"));
            return null;
        }
        return UpdatesConsent.answer(typed.updates(), typed.wording(), clock.instant());
    }

    private static String key(PersonName.Flaw flaw) {
        return flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
