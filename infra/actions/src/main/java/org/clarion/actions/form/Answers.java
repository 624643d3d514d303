package org.clarion.actions.form;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.places.Constituency;
import org.clarion.places.Countries;
import org.clarion.places.Postcode;
import org.clarion.servicedefaults.WireNamed;
import org.clarion.supporters.ConsentChoice;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Reads one form as it was filled in, answer by answer, and gathers what of it needs mending. An answer with a flaw is
 * read as empty.
 */
public final class Answers {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");
    private static final int LONGEST_REQUEST = 255;

    private final Homes homes;
    private final List<Flaw> flaws = new ArrayList<>();

    public Answers(Homes homes) {
        this.homes = homes;
    }

    /** Notes a flaw in an answer that only one kind of action asks for. */
    public void flaw(String field, String what, String... named) {
        flaws.add(new Flaw(field, what, List.of(named)));
    }

    /** What needs mending, in the order in which it was read. */
    public List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    public Optional<PersonName> name(@Nullable String typed) {
        var flaw = PersonName.flawIn(typed);
        if (typed == null || flaw.isPresent()) {
            flaw.ifPresent(found -> flaw("name", "name." + WireNamed.of(found.name())));
            return Optional.empty();
        }
        return Optional.of(new PersonName(typed));
    }

    public Optional<EmailAddress> email(@Nullable String typed) {
        var email = EmailAddress.parse(typed);
        if (email.isEmpty()) {
            flaw("email", isBlank(typed) ? "email.missing" : "email.wrong");
        }
        return email;
    }

    /**
     * @param postcode in the United Kingdom, unless the country or the constituency is given
     * @param country ISO 3166 alpha-2; the United Kingdom where only one of the others is given
     * @param constituency code, for those whose postcode does not tell; what the postcode says goes first
     */
    public Optional<Home> home(@Nullable String postcode, @Nullable String country, @Nullable String constituency) {
        if (isBlank(country) && isBlank(postcode) && isBlank(constituency)) {
            flaw("postcode", "home.missing");
            return Optional.empty();
        }
        var code = isBlank(country) ? Countries.UNITED_KINGDOM : country.strip().toUpperCase(Locale.ROOT);
        if (!Countries.isKnown(code)) {
            flaw("country", "country.wrong");
            return Optional.empty();
        }
        if (!code.equals(Countries.UNITED_KINGDOM)) {
            // What they call a postcode tells us nothing, so it is not kept.
            return Optional.of(new Home(null, null, code));
        }
        return homeInTheUnitedKingdom(postcode, constituency);
    }

    private Optional<Home> homeInTheUnitedKingdom(@Nullable String typed, @Nullable String picked) {
        var postcode = Postcode.parse(typed);
        var chosen = isBlank(picked) ? Optional.<Constituency>empty() : homes.constituency(picked.strip());
        var wrongPostcode = postcode.isEmpty() && !isBlank(typed);
        var wrongConstituency = chosen.isEmpty() && !isBlank(picked);
        if (wrongPostcode) {
            flaw("postcode", "postcode.wrong");
        }
        if (wrongConstituency) {
            flaw("constituency", "constituency.wrong");
        }
        if (wrongPostcode || wrongConstituency) {
            return Optional.empty();
        }
        var constituency =
                postcode.flatMap(homes::constituency).or(() -> chosen).map(Constituency::code);
        return Optional.of(new Home(
                postcode.map(Postcode::value).orElse(null), constituency.orElse(null), Countries.UNITED_KINGDOM));
    }

    /**
     * @param typed BCP 47 tag
     * @param otherwise what holds where nothing was given, or nothing that can be read
     */
    public String language(@Nullable String typed, String otherwise) {
        if (isBlank(typed)) {
            return otherwise;
        }
        if (!LANGUAGE.matcher(typed).matches()) {
            flaw("language", "language.wrong");
            return otherwise;
        }
        return typed;
    }

    /**
     * The choice about updates; empty where the question was not asked.
     *
     * @param ticked the answer; null where the question was not asked
     * @param wording id of the words of that question
     */
    public Optional<ConsentChoice> updates(@Nullable Boolean ticked, @Nullable String wording, Instant now) {
        if (ticked == null) {
            return Optional.empty();
        }
        if (isBlank(wording) || !UpdatesConsent.isWording(wording)) {
            flaw("consent.wording", "wording.wrong");
            return Optional.empty();
        }
        return Optional.of(UpdatesConsent.answer(ticked, wording, now));
    }

    /** What a client calls its request, to tell a repetition ({@code Idempotency-Key}); empty where it gave nothing. */
    public Optional<UUID> request(@Nullable String typed) {
        if (typed != null && typed.length() > LONGEST_REQUEST) {
            flaw("Idempotency-Key", "request.wrong");
            return Optional.empty();
        }
        if (isBlank(typed)) {
            return Optional.empty();
        }
        return Optional.of(Fingerprint.of(typed.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
