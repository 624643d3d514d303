package org.clarion.letters.letter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.actions.form.Fingerprint;
import org.clarion.actions.form.SupporterForm;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.target.Target;
import org.clarion.places.Countries;
import org.clarion.supporters.Source;
import org.jspecify.annotations.Nullable;

/**
 * The form that goes along from page to page: each page shows some of it and carries the rest.
 *
 * @param constituency code
 * @param kept see {@link Typed}
 * @param to wire names of entries
 * @param asked the mail address about which the page has asked whether it is right
 * @param request made anew whenever the letter is shown whole
 */
record WritingForm(
        @Nullable String postcode,
        @Nullable String constituency,
        @Nullable List<String> to,
        @Nullable String body,
        @Nullable String name,
        @Nullable String address,
        @Nullable String country,
        @Nullable String email,
        @Nullable Boolean updates,
        @Nullable String wording,
        @Nullable String kept,
        @Nullable String text,
        @Nullable String variant,
        @Nullable String language,
        @Nullable String source,
        @Nullable String request,
        @Nullable String asked)
        implements SupporterForm {

    static WritingForm empty(LetterAction action, Source source, String language) {
        return new WritingForm(
                null,
                null,
                List.of(),
                null,
                null,
                null,
                Countries.UNITED_KINGDOM,
                null,
                false,
                UpdatesConsent.WORDING,
                null,
                Integer.toString(action.text().number()),
                null,
                language,
                source.value(),
                null,
                null);
    }

    Typed typed() {
        return new Typed(
                postcode,
                constituency,
                kept,
                Objects.requireNonNullElse(to, List.of()),
                textVersion(),
                variant,
                body,
                name,
                address,
                country,
                email,
                updates != null && updates,
                wording,
                language,
                source,
                requestOfContent());
    }

    /** The same page sent twice is one request; changed and sent again, it is another. */
    private @Nullable String requestOfContent() {
        if (request == null || request.isBlank()) {
            return null;
        }
        var content = Stream.of(request, postcode, constituency, body, name, address, country, email)
                .map(each -> Objects.requireNonNullElse(each, ""))
                .collect(Collectors.joining("\0"));
        return Fingerprint.of((content + Objects.requireNonNullElse(to, List.of())).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** With what a page adds before it shows the next step: from now on, whom it is written to stays. */
    WritingForm prepared(Direction direction, @Nullable String body, @Nullable String request) {
        var variant = direction.wording().variant();
        return new WritingForm(
                postcode,
                seatOf(direction).orElse(constituency),
                direction.drawn() ? entriesOf(direction) : to,
                body,
                name,
                address,
                country,
                email,
                updates,
                wording,
                kept,
                Integer.toString(direction.text().number()),
                variant == null ? Details.BASIC : variant.toString(),
                language,
                source,
                request,
                asked);
    }

    private static Optional<String> seatOf(Direction direction) {
        return direction.targets().stream()
                .filter(Target::isSeat)
                .map(Target::id)
                .findFirst();
    }

    private static List<String> entriesOf(Direction direction) {
        return direction.targets().stream()
                .filter(target -> !target.isSeat())
                .map(Target::wireName)
                .toList();
    }

    /** Whom it is written to follows from the postcode alone. */
    WritingForm followingThePostcode() {
        return new WritingForm(
                postcode, null, to, body, name, address, country, email, updates, wording, null, text, null, language,
                source, request, asked);
    }

    /** Whom it is written to follows from the constituency alone. */
    WritingForm followingTheConstituency() {
        return new WritingForm(
                null,
                constituency,
                to,
                body,
                name,
                address,
                country,
                email,
                updates,
                wording,
                kept,
                text,
                variant,
                language,
                source,
                request,
                asked);
    }

    WritingForm keeping(@Nullable String pair) {
        return new WritingForm(
                postcode,
                constituency,
                to,
                body,
                name,
                address,
                country,
                email,
                updates,
                wording,
                pair,
                text,
                variant,
                language,
                source,
                request,
                asked);
    }

    private @Nullable Integer textVersion() {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return -1; // no version has this number, and the answer says so
        }
    }

    /** Says nothing, so that a person cannot slip into a log. */
    @Override
    public String toString() {
        return "WritingForm";
    }
}
