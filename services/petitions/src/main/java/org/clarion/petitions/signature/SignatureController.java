package org.clarion.petitions.signature;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import org.clarion.actions.form.Mends;
import org.clarion.petitions.signature.Reception.Typed;
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

/** Signing for programs. */
@RestController
@RequestMapping("/api/petitions/{slug}/signatures")
class SignatureController {

    /**
     * @param postcode in the United Kingdom, unless the country or the constituency is given
     * @param country ISO 3166 alpha-2; {@code GB} where only a postcode is given
     * @param constituency code of the Office for National Statistics, for a postcode that is not known
     * @param language BCP 47 tag in which to write to the signatory
     * @param source where the signatory came from
     * @param textVersion of the text that was shown; the current one where it is left out
     */
    record NewSignature(
            @Nullable String name,
            @Nullable String email,
            @Nullable String postcode,
            @Nullable String country,
            @Nullable String constituency,
            @Nullable String language,
            @Nullable Consent consent,
            @Nullable String source,
            @Nullable Integer textVersion) {

        Typed typed(@Nullable String request) {
            return new Typed(
                    name,
                    email,
                    postcode,
                    country,
                    constituency,
                    language,
                    source,
                    consent == null ? null : consent.updates(),
                    consent == null ? null : consent.wording(),
                    textVersion,
                    request);
        }
    }

    /** @param wording id of the words that asked */
    record Consent(@Nullable Boolean updates, @Nullable String wording) {}

    /** The same for everybody. */
    record Received(String status, String next) {}

    private final SigningDesk desk;
    private final Reception reception;
    private final Mends mends;
    private final MessageSource words;

    SignatureController(SigningDesk desk, Reception reception, Mends mends, MessageSource words) {
        this.desk = desk;
        this.reception = reception;
        this.mends = mends;
        this.words = words;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiResponse(responseCode = "202", description = "The same answer to everybody; what follows is a mail")
    Received sign(
            @PathVariable String slug,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String request,
            @RequestBody NewSignature signature,
            Locale locale) {
        var petition = desk.petitionToSign(slug);
        var reading = reception.read(petition, signature.typed(request));
        desk.sign(reading.accepted().orElseThrow(() -> mends.of(reading.flaws(), locale)));
        return new Received("received", words.getMessage("sign.api.next", null, locale));
    }
}
