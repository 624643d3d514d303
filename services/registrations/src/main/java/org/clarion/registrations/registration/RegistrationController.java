package org.clarion.registrations.registration;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.clarion.actions.form.Mends;
import org.clarion.registrations.registration.Reception.Typed;
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

/** Registering for programs. */
@RestController
@RequestMapping("/api/gatherings/{slug}/registrations")
class RegistrationController {

    /**
     * @param heads how many come, the supporter among them; one where it is left out
     * @param sessions numbers of the sessions; all where there is only one
     * @param mode {@code in-person} or {@code online}; the only one where it is left out
     * @param answers number of a question → what was answered
     * @param needs what somebody needs to take part
     * @param diet what somebody eats
     * @param language BCP 47 tag in which to write to the supporter
     * @param source where the supporter came from
     * @param invitation the code of an invitation, where one is needed
     */
    record NewRegistration(
            @Nullable String name,
            @Nullable String email,
            @Nullable Integer heads,
            @Nullable List<Integer> sessions,
            @Nullable String mode,
            @Nullable Map<String, List<String>> answers,
            @Nullable String needs,
            @Nullable String diet,
            @Nullable String language,
            @Nullable Consent consent,
            @Nullable String source,
            @Nullable String invitation) {

        Typed typed(@Nullable String request) {
            return new Typed(
                    name,
                    email,
                    heads == null ? null : heads.toString(),
                    numbers(),
                    mode,
                    known(),
                    needs,
                    diet,
                    language,
                    source,
                    consent == null ? null : consent.updates(),
                    consent == null ? null : consent.wording(),
                    invitation,
                    request);
        }

        private List<String> numbers() {
            return sessions == null
                    ? List.of()
                    : sessions.stream()
                            .filter(Objects::nonNull)
                            .map(number -> number.toString())
                            .toList();
        }

        private Map<String, List<String>> known() {
            return answers == null
                    ? Map.of()
                    : answers.entrySet().stream()
                            .filter(each -> each.getKey() != null && each.getValue() != null)
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    each -> each.getValue().stream()
                                            .filter(Objects::nonNull)
                                            .toList()));
        }
    }

    /** @param wording id of the words that asked */
    record Consent(@Nullable Boolean updates, @Nullable String wording) {}

    /** The same for everybody: whether there is a place comes by mail. */
    record Received(String status, String next) {}

    private final RegisteringDesk desk;
    private final Reception reception;
    private final Mends mends;
    private final MessageSource words;

    RegistrationController(RegisteringDesk desk, Reception reception, Mends mends, MessageSource words) {
        this.desk = desk;
        this.reception = reception;
        this.mends = mends;
        this.words = words;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiResponse(responseCode = "202", description = "The same answer to everybody; what follows is a mail")
    Received register(
            @PathVariable String slug,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String request,
            @RequestBody NewRegistration registration,
            Locale locale) {
        var gathering = desk.gatheringToCome(slug);
        var reading = reception.read(gathering, registration.typed(request));
        desk.register(gathering, reading.accepted().orElseThrow(() -> mends.of(reading.flaws(), locale)));
        return new Received("received", words.getMessage("register.api.next", null, locale));
    }
}
