package org.clarion.letters.letter;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.clarion.actions.form.Mends;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Writing for programs. */
@RestController
@RequestMapping("/api/letter-actions/{slug}/letters")
class LetterController {

    /**
     * @param body what the supporter writes, between the opening and the closing of the action; at most 20,000 characters
     * @param address postal, one line each, without the postcode: it stands under the letter
     * @param postcode in the United Kingdom
     * @param country ISO 3166 alpha-2; {@code GB} where it is left out
     * @param constituency code of the Office for National Statistics, for a postcode that is not known and for those who live abroad
     * @param targets ids of entries of the action's list, where supporters choose
     * @param language BCP 47 tag in which to write to the supporter
     * @param source where the supporter came from
     * @param textVersion of the text that was shown; the current one where it is left out
     * @param variant of the wording that was shown; the one that fits where it is left out
     */
    record NewLetter(
            @Nullable String body,
            @Nullable String name,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String country,
            @Nullable String constituency,
            @Nullable List<String> targets,
            @Nullable String email,
            @Nullable String language,
            @Nullable LetterConsent consent,
            @Nullable String source,
            @Nullable Integer textVersion,
            @Nullable UUID variant) {

        Typed typed(@Nullable String request) {
            return new Typed(
                    postcode,
                    constituency,
                    null,
                    Objects.requireNonNullElse(targets, List.of()),
                    textVersion,
                    variant == null ? null : variant.toString(),
                    body,
                    name,
                    address,
                    country,
                    email,
                    consent == null ? null : consent.updates(),
                    consent == null ? null : consent.wording(),
                    language,
                    source,
                    request);
        }
    }

    /** @param wording id of the words that asked */
    record LetterConsent(
            @Nullable Boolean updates, @Nullable String wording) {}

    /** The same for everybody. */
    record LetterReceived(String status, String next) {}

    private final WritingDesk desk;
    private final Reception reception;
    private final Mends mends;
    private final MessageSource words;

    LetterController(WritingDesk desk, Reception reception, Mends mends, MessageSource words) {
        this.desk = desk;
        this.reception = reception;
        this.mends = mends;
        this.words = words;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiResponse(responseCode = "202", description = "The same answer to everybody; what follows is a mail")
    LetterReceived write(
            @PathVariable String slug,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String request,
            @RequestBody NewLetter letter,
            Locale locale) {
        var action = desk.actionToWriteIn(slug);
        var reading = reception.read(action, letter.typed(request));
        desk.write(reading.accepted().orElseThrow(() -> mends.of(reading.flaws(), locale)));
        return new LetterReceived("received", words.getMessage("letter.api.next", null, locale));
    }
}
