package org.clarion.letters.representative;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.clarion.letters.representative.Holder.Held;
import org.clarion.letters.representative.Holder.NotKnown;
import org.clarion.letters.representative.Holder.Vacant;
import org.clarion.letters.representative.Seating.Found;
import org.clarion.letters.representative.Seating.Miss;
import org.clarion.places.Constituency;
import org.clarion.servicedefaults.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who represents whom, for programs. */
@RestController
@RequestMapping("/api/representatives")
class RepresentativeController {

    /**
     * @param state {@code held}, {@code vacant}, or {@code not-known} where no source has spoken of the seat yet
     * @param representative null where nobody is known
     */
    record Representation(
            Seat constituency, String state, @Nullable Representative representative) {}

    /** @param code of the Office for National Statistics */
    record Seat(String code, String name) {}

    /**
     * @param id of the UK Parliament
     * @param salutation what follows "Dear"
     * @param reachable whether letters can be sent now; otherwise they are held until they can be
     */
    record Representative(
            long id,
            String name,
            String salutation,
            @Nullable String party,
            boolean reachable) {}

    private final Representatives representatives;
    private final Seating seating;
    private final MessageSource words;
    private final Clock clock;

    RepresentativeController(Representatives representatives, Seating seating, MessageSource words, Clock clock) {
        this.representatives = representatives;
        this.seating = seating;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param postcode of the United Kingdom
     * @param constituency code of the Office for National Statistics, where a postcode leads to none
     */
    @GetMapping
    Representation of(
            @RequestParam(required = false) @Nullable String postcode,
            @RequestParam(required = false) @Nullable String constituency,
            Locale locale) {
        if (postcode == null && constituency == null) {
            throw refusal(Problem.INVALID, "nothing-given", locale);
        }
        var named = constituency == null
                ? null
                : seating.seat(constituency).orElseThrow(() -> refusal(Problem.NOT_FOUND, "no-constituency", locale));
        var found = postcode == null ? null : found(postcode, locale);
        if (named != null && found != null && !named.equals(found)) {
            throw refusal(Problem.INVALID, "disagreement", locale);
        }
        return representation(named == null ? Objects.requireNonNull(found) : named);
    }

    private Constituency found(String postcode, Locale locale) {
        return switch (seating.of(postcode)) {
            case Found found -> found.constituency();
            case Miss miss ->
                throw refusal(miss == Miss.MALFORMED ? Problem.INVALID : Problem.NOT_FOUND, miss.wireName(), locale);
        };
    }

    private Representation representation(Constituency constituency) {
        var seat = new Seat(constituency.code(), constituency.name());
        return switch (representatives.holderOf(constituency.code(), clock.instant())) {
            case Held held -> new Representation(seat, "held", shown(held.member()));
            case Vacant vacant -> new Representation(seat, "vacant", null);
            case NotKnown unknown -> new Representation(seat, "not-known", null);
        };
    }

    private static Representative shown(Member member) {
        return new Representative(
                member.id(),
                member.name(),
                member.salutation(),
                member.party(),
                member.contact().canBeMailed());
    }

    private ErrorResponseException refusal(Problem kind, String slug, Locale locale) {
        var problem = kind.detail();
        problem.setType(URI.create("/problems/representatives/" + slug));
        problem.setTitle(words.getMessage("representative.refused." + slug, null, locale));
        problem.setDetail(words.getMessage("representative.refused." + slug + ".detail", null, locale));
        return new ErrorResponseException(kind.status(), problem, null);
    }
}
