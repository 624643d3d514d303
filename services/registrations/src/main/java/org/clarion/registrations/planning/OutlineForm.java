package org.clarion.registrations.planning;

import static org.clarion.pageshell.FormFields.said;
import static org.clarion.pageshell.FormFields.saidOrNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clarion.pageshell.FormFields;
import org.clarion.registrations.gathering.Access;
import org.clarion.registrations.gathering.Admission;
import org.clarion.registrations.gathering.Admission.Visibility;
import org.clarion.registrations.gathering.Capacity;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.gathering.Mode;
import org.clarion.registrations.gathering.Outline;
import org.clarion.registrations.gathering.Programme;
import org.clarion.registrations.gathering.Question;
import org.clarion.registrations.gathering.Question.Kind;
import org.clarion.registrations.gathering.Setting;
import org.clarion.registrations.gathering.Speaker;
import org.clarion.registrations.gathering.Venue;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form in which staff plan a gathering; everything as typed, so that nothing typed is lost.
 *
 * @param speakers a line each: {@code name | who they are}
 * @param sessions a line each, see {@link SessionLines}
 * @param questions a line each: {@code choice: Which film? * | Leaving | Arriving}; a star asks for an answer
 * @param codes of invitations, a line each
 * @param version of the gathering when the form was shown; empty for a new one
 */
record OutlineForm(
        @NotBlank(message = "{staff.gathering.slug.missing}") @Size(max = 80, message = "{staff.gathering.slug.long}") @Pattern(regexp = "|[a-z0-9]+(-[a-z0-9]+)*", message = "{staff.gathering.slug.wrong}")
        @Nullable String slug,

        @Pattern(regexp = "[a-z]{2,3}", message = "{staff.gathering.language.wrong}") @Nullable String language,

        @NotBlank(message = "{staff.gathering.title.missing}") @Size(max = 150, message = "{staff.gathering.title.long}") @Nullable String title,

        @NotBlank(message = "{staff.gathering.summary.missing}") @Size(max = 300, message = "{staff.gathering.summary.long}") @Nullable String summary,

        @NotBlank(message = "{staff.gathering.text.missing}") @Size(max = 20_000, message = "{staff.gathering.text.long}") @Nullable String text,

        @NotBlank(message = "{staff.gathering.host.missing}") @Size(max = 150, message = "{staff.gathering.host.long}") @Nullable String host,

        @Size(max = 5_000, message = "{staff.gathering.lines.long}") @Nullable String speakers,

        @Size(max = 20_000, message = "{staff.gathering.lines.long}") @Nullable String sessions,

        @Nullable String campaign,
        @Nullable List<String> modes,

        @Size(max = 150, message = "{staff.gathering.line.long}") @Nullable String venue,

        @Size(max = 300, message = "{staff.gathering.line.long}") @Nullable String address,

        @Size(max = 2_000, message = "{staff.gathering.lines.long}") @Nullable String directions,

        @Size(max = 300, message = "{staff.gathering.line.long}") @Nullable String meetingPoint,

        @Size(max = 500, message = "{staff.gathering.line.long}") @Nullable String joining,

        @Nullable String inPerson,
        @Nullable String online,
        @Nullable List<String> access,
        @Nullable String visibility,
        @Nullable Boolean approval,
        @Nullable String guests,

        @Size(max = 10_000, message = "{staff.gathering.lines.long}") @Nullable String questions,

        @Size(max = 20_000, message = "{staff.gathering.lines.long}") @Nullable String codes,

        @Nullable String opensAt,
        @Nullable String closesAt,
        @Nullable String version) {

    private static final String LINES = "staff.gathering.";

    static OutlineForm empty(@Nullable String campaign, String host) {
        return new OutlineForm(
                null,
                "en",
                null,
                null,
                null,
                host,
                null,
                null,
                campaign,
                List.of("in-person"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "public",
                false,
                "0",
                null,
                null,
                null,
                null,
                null);
    }

    static OutlineForm of(Gathering gathering) {
        var programme = gathering.programme();
        var setting = gathering.setting();
        var venue = setting.venue();
        var admission = gathering.admission();
        return new OutlineForm(
                gathering.slug(),
                programme.language(),
                programme.title(),
                programme.summary(),
                programme.text(),
                programme.host(),
                programme.speakers().stream()
                        .map(each -> each.line() == null ? each.name() : each.name() + " | " + each.line())
                        .collect(Collectors.joining("\n")),
                SessionLines.written(programme.sessions()),
                Objects.toString(gathering.campaign(), null),
                setting.modes().stream().sorted().map(Mode::wireName).toList(),
                venue == null ? null : venue.name(),
                venue == null ? null : venue.address(),
                venue == null ? null : venue.gettingThere(),
                venue == null ? null : venue.meetingPoint(),
                setting.joining(),
                Objects.toString(setting.capacity().inPerson(), null),
                Objects.toString(setting.capacity().online(), null),
                setting.access().stream().sorted().map(Access::wireName).toList(),
                admission.visibility().wireName(),
                admission.approval(),
                Integer.toString(admission.guests()),
                admission.questions().stream().map(OutlineForm::written).collect(Collectors.joining("\n")),
                String.join("\n", admission.codes()),
                FormFields.time(gathering.opensAt()),
                FormFields.time(gathering.closesEarlyAt()),
                Long.toString(gathering.version()));
    }

    /**
     * What was written, or empty with the flaws noted in {@code errors}.
     *
     * @param gathering the one that is edited; null for a new one
     */
    Optional<Outline> outline(@Nullable Gathering gathering, Errors errors) {
        var campaignRead = FormFields.id("campaign", campaign, LINES + "campaign.wrong", errors);
        var read = SessionLines.read(sessions, gathering);
        read.flaws()
                .forEach(flaw -> errors.rejectValue(
                        "sessions", LINES + flaw.what(), flaw.named().toArray(), null));
        var ways = Arrays.stream(Mode.values())
                .filter(mode -> modes != null && modes.contains(mode.wireName()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mode.class)));
        if (ways.isEmpty()) {
            errors.rejectValue("modes", LINES + "modes.missing");
        }
        var join = address("joining", joining, errors);
        var places = new Capacity(places("inPerson", inPerson, errors), places("online", online, errors));
        var party = number(guests, 0, 49);
        if (party.isEmpty()) {
            errors.rejectValue("guests", LINES + "guests.wrong");
        }
        var admission = gathering == null ? null : gathering.admission();
        var asked = questions(admission, errors);
        var invited = codes(errors);
        var opens = FormFields.time("opensAt", opensAt, LINES + "time.wrong", errors);
        var closes = FormFields.time("closesAt", closesAt, LINES + "time.wrong", errors);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Outline(
                said(slug),
                campaignRead,
                new Programme(
                        language == null ? "en" : language,
                        said(title),
                        said(summary),
                        said(text),
                        said(host),
                        readSpeakers(gathering),
                        read.sessions()),
                new Setting(ways, readVenue(), join, places, readAccess()),
                new Admission(
                        readVisibility(),
                        approval != null && approval,
                        party.orElseThrow(),
                        asked,
                        invited,
                        admission == null ? null : admission.lastQuestion()),
                opens,
                closes));
    }

    long seenVersion() {
        return FormFields.seenVersion(version);
    }

    /** Whoever keeps their name keeps their picture. */
    private List<Speaker> readSpeakers(@Nullable Gathering gathering) {
        var before =
                gathering == null ? List.<Speaker>of() : gathering.programme().speakers();
        return lines(speakers).stream()
                .map(line -> line.split("\\|", 2))
                .map(parts -> new Speaker(parts[0].strip(), parts.length > 1 ? parts[1].strip() : null))
                .map(now -> before.stream()
                        .filter(each -> each.name().equals(now.name()))
                        .findFirst()
                        .map(each -> new Speaker(now.name(), now.line(), each.picture(), each.alternative()))
                        .orElse(now))
                .toList();
    }

    private @Nullable Venue readVenue() {
        return said(venue).isEmpty()
                ? null
                : new Venue(said(venue), said(address), saidOrNull(directions), saidOrNull(meetingPoint));
    }

    private Set<Access> readAccess() {
        return Arrays.stream(Access.values())
                .filter(fact -> access != null && access.contains(fact.wireName()))
                .collect(Collectors.toSet());
    }

    private Visibility readVisibility() {
        return Arrays.stream(Visibility.values())
                .filter(each -> each.name().equalsIgnoreCase(said(visibility)))
                .findFirst()
                .orElse(Visibility.PUBLIC);
    }

    /** Whatever asks the same as before keeps its number. */
    private List<Question> questions(@Nullable Admission admission, Errors errors) {
        var before = new ArrayList<>(admission == null ? List.<Question>of() : admission.questions());
        var last = admission == null ? 0 : Objects.requireNonNull(admission.lastQuestion());
        var read = new ArrayList<Question>();
        for (var line : lines(questions)) {
            var colon = line.indexOf(':');
            var kind = colon < 0 ? Optional.<Kind>empty() : kind(line.substring(0, colon));
            var parts = Arrays.stream(line.substring(colon + 1).split("\\|"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
            var choices = kind.filter(each -> each == Kind.CHOICE || each == Kind.SEVERAL)
                    .isPresent();
            if (kind.isEmpty() || parts.isEmpty() || choices != parts.size() > 1) {
                errors.rejectValue("questions", LINES + "questions.wrong", new Object[] {line}, null);
                continue;
            }
            var words = parts.getFirst();
            var required = words.endsWith("*");
            var text = required ? words.substring(0, words.length() - 1).strip() : words;
            var same = before.stream()
                    .filter(each -> each.kind() == kind.get() && each.text().equals(text))
                    .findFirst();
            same.ifPresent(before::remove);
            var number = same.isPresent() ? same.get().number() : ++last;
            read.add(new Question(number, kind.get(), text, required, parts.subList(1, parts.size())));
        }
        return read;
    }

    private static Optional<Kind> kind(String typed) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.wireName().equals(typed.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static String written(Question question) {
        return question.kind().wireName() + ": " + question.text() + (question.required() ? " *" : "")
                + question.options().stream().map(option -> " | " + option).collect(Collectors.joining());
    }

    private List<String> codes(Errors errors) {
        var all = lines(codes);
        var distinct = new HashSet<String>();
        if (all.size() > 1000
                || all.stream().anyMatch(code -> !code.matches("[A-Za-z0-9-]{4,40}"))
                || !all.stream().allMatch(code -> distinct.add(code.toUpperCase(Locale.ROOT)))) {
            errors.rejectValue("codes", LINES + "codes.wrong");
            return List.of();
        }
        return all;
    }

    private static @Nullable String address(String field, @Nullable String typed, Errors errors) {
        var text = said(typed);
        if (text.isEmpty()) {
            return null;
        }
        if (!isAddress(text)) {
            errors.rejectValue(field, LINES + "joining.wrong");
        }
        return text;
    }

    static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            return "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable Integer places(String field, @Nullable String typed, Errors errors) {
        if (said(typed).isEmpty()) {
            return null;
        }
        var number = number(typed, 0, 100_000);
        if (number.isEmpty()) {
            errors.rejectValue(field, LINES + "places.wrong");
        }
        return number.orElse(null);
    }

    private static Optional<Integer> number(@Nullable String typed, int least, int most) {
        try {
            var number = Integer.parseInt(said(typed).replace(",", ""));
            return number >= least && number <= most ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static List<String> lines(@Nullable String typed) {
        return said(typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
