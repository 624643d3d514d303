package org.clarion.letters.action;

import static org.clarion.pageshell.FormFields.said;
import static org.clarion.pageshell.FormFields.saidOrNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clarion.letters.position.Position;
import org.clarion.pageshell.FormFields;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form in which campaigners write other words for some readers; everything as typed.
 *
 * @param countries one a line, by name or code
 * @param constituencies one a line, by name or code
 * @param prompts one a line
 * @param version of the action when the form was shown
 */
record VariantForm(
        @NotBlank(message = "{staff.variant.name.missing}") @Size(max = 80, message = "{staff.variant.name.long}") @Nullable String name,

        @Nullable List<String> positions,
        @Nullable List<String> parties,
        @Nullable String countries,
        @Nullable String constituencies,
        @Nullable String subject,

        @Size(max = 2_000, message = "{staff.letter.opening.long}") @Nullable String opening,

        @Size(max = 10_000, message = "{staff.letter.body.long}") @Nullable String body,

        @Nullable String prompts,

        @Size(max = 2_000, message = "{staff.letter.closing.long}") @Nullable String closing,

        @Nullable String version) {

    private static final int LONGEST_PARTY = 100;
    private static final int MOST_PARTIES = 50;
    private static final int LONGEST_SHOWN = 60;

    static VariantForm empty(LetterAction action) {
        return new VariantForm(
                null, List.of(), List.of(), null, null, null, null, null, null, null, Long.toString(action.version()));
    }

    static VariantForm of(LetterAction action, Variant variant, Atlas atlas) {
        var readers = variant.readers();
        return new VariantForm(
                variant.name(),
                readers.positions().stream().map(Position::wireName).toList(),
                List.copyOf(readers.parties()),
                atlas.countryNames(readers.countries()).collect(Collectors.joining("\n")),
                atlas.constituencyNames(readers.constituencies()).collect(Collectors.joining("\n")),
                variant.subject(),
                variant.opening(),
                variant.body(),
                String.join("\n", variant.prompts()),
                variant.closing(),
                Long.toString(action.version()));
    }

    /** What was written, or empty with the flaws noted in {@code errors}. */
    Optional<Variant> variant(UUID id, Atlas atlas, Errors errors) {
        var readers = new Readership(
                read("countries", countries, atlas::country, errors),
                readParties(errors),
                read("constituencies", constituencies, atlas::constituency, errors),
                readPositions(errors));
        if (readers.isEverybody() && !errors.hasFieldErrors()) {
            errors.reject("staff.variant.readers.missing");
        }
        checkWords(errors);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Variant(
                id,
                said(name),
                readers,
                saidOrNull(subject),
                saidOrNull(opening),
                saidOrNull(body),
                Lines.of(prompts),
                saidOrNull(closing)));
    }

    long seenVersion() {
        return FormFields.seenVersion(version);
    }

    private void checkWords(Errors errors) {
        var flaws = new WordingFlaws(errors);
        flaws.inSubject(said(subject));
        flaws.inOpening(said(opening));
        flaws.withoutPlaceholders("body", said(body));
        flaws.inPrompts(Lines.of(prompts));
        flaws.withoutPlaceholders("closing", said(closing));
        var changesNothing = List.of(said(subject), said(opening), said(body), said(prompts), said(closing)).stream()
                .allMatch(String::isEmpty);
        if (changesNothing && !errors.hasErrors()) {
            errors.reject("staff.variant.words.missing");
        }
    }

    private static Set<String> read(
            String field, @Nullable String typed, Function<String, Optional<String>> known, Errors errors) {
        var read = new HashSet<String>();
        for (var line : Lines.of(typed)) {
            var code = known.apply(line);
            code.ifPresent(read::add);
            if (code.isEmpty()) {
                var shown = line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
                errors.rejectValue(field, "staff.variant." + field + ".wrong", new Object[] {shown}, null);
            }
        }
        return read;
    }

    private Set<String> readParties(Errors errors) {
        var ticked = Objects.requireNonNullElse(parties, List.<String>of());
        if (ticked.size() > MOST_PARTIES
                || ticked.stream().anyMatch(party -> party.isBlank() || party.length() > LONGEST_PARTY)) {
            errors.rejectValue("parties", "staff.variant.parties.wrong");
            return Set.of();
        }
        return Set.copyOf(ticked);
    }

    private Set<Position> readPositions(Errors errors) {
        var read = new HashSet<Position>();
        for (var ticked : Objects.requireNonNullElse(positions, List.<String>of())) {
            try {
                read.add(Position.valueOf(ticked.toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException e) {
                errors.rejectValue("positions", "staff.variant.positions.wrong");
                return Set.of();
            }
        }
        return read;
    }
}
