package org.clarion.letters.action;

import static org.clarion.pageshell.FormFields.said;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clarion.letters.action.Addressing.Choice;
import org.clarion.pageshell.FormFields;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form in which campaigners write a letter action; everything as typed, so that nothing typed is lost.
 *
 * @param to {@value #MP}, {@value #LIST} or {@value #BOTH}
 * @param list id of the target list
 * @param choice who of the list is written to
 * @param prompts one a line
 * @param perHour empty, with both hours, for the usual pacing
 * @param opensAt London time, {@code 2026-11-24T14:32}
 * @param version of the action when the form was shown; empty for a new one
 */
record OutlineForm(
        @NotBlank(message = "{staff.letter.title.missing}") @Size(max = 150, message = "{staff.letter.title.long}") @Nullable String title,

        @NotBlank(message = "{staff.letter.slug.missing}") @Size(max = 80, message = "{staff.letter.slug.long}") @Pattern(regexp = "|[a-z0-9]+(-[a-z0-9]+)*", message = "{staff.letter.slug.wrong}")
        @Nullable String slug,

        @NotBlank(message = "{staff.letter.summary.missing}") @Size(max = 300, message = "{staff.letter.summary.long}") @Nullable String summary,

        @NotBlank(message = "{staff.letter.why.missing}") @Size(max = 20_000, message = "{staff.letter.why.long}") @Nullable String why,

        @Nullable String campaign,
        @Nullable String to,
        @Nullable String list,
        @Nullable String choice,

        @NotBlank(message = "{staff.letter.subject.missing}") @Nullable String subject,

        @NotBlank(message = "{staff.letter.opening.missing}") @Size(max = 2_000, message = "{staff.letter.opening.long}") @Nullable String opening,

        @Size(max = 10_000, message = "{staff.letter.body.long}") @Nullable String body,

        @Nullable String prompts,

        @NotBlank(message = "{staff.letter.closing.missing}") @Size(max = 2_000, message = "{staff.letter.closing.long}") @Nullable String closing,

        @Nullable String opensAt,
        @Nullable String closesAt,
        @Nullable String perHour,
        @Nullable String fromHour,
        @Nullable String untilHour,
        @Nullable Boolean weekends,

        @Pattern(regexp = "[a-z]{2,3}", message = "{staff.letter.language.wrong}") @Nullable String language,

        @Nullable String version) {

    static final String MP = "mp";
    static final String LIST = "list";
    static final String BOTH = "both";

    /** @param opening with which a new one begins, so that nobody has to know how a name is put in */
    static OutlineForm empty(@Nullable String campaign, String opening, String closing) {
        return new OutlineForm(
                null,
                null,
                null,
                null,
                campaign,
                MP,
                null,
                Choice.CHOOSE.wireName(),
                null,
                opening,
                null,
                null,
                closing,
                null,
                null,
                null,
                null,
                null,
                null,
                "en",
                null);
    }

    static OutlineForm of(LetterAction action) {
        var text = action.text();
        var wording = text.wording();
        var addressing = action.addressing();
        var pacing = action.pacing();
        return new OutlineForm(
                text.title(),
                action.slug(),
                text.summary(),
                text.why(),
                action.campaign() == null ? null : action.campaign().toString(),
                addressing.list() == null ? MP : addressing.representative() ? BOTH : LIST,
                addressing.list() == null ? null : addressing.list().toString(),
                addressing.choice().wireName(),
                wording.subject(),
                wording.opening(),
                wording.body(),
                String.join("\n", wording.prompts()),
                wording.closing(),
                FormFields.time(action.opensAt()),
                FormFields.time(action.closesAt()),
                pacing == null ? null : Integer.toString(pacing.perHour()),
                pacing == null ? null : Integer.toString(pacing.fromHour()),
                pacing == null ? null : Integer.toString(pacing.untilHour()),
                pacing == null ? null : pacing.weekends(),
                text.language(),
                Long.toString(action.version()));
    }

    /** What was written, or empty with the flaws noted in {@code errors}. */
    Optional<Outline> outline(Errors errors) {
        var campaignRead = FormFields.id("campaign", campaign, "staff.letter.campaign.wrong", errors);
        var addressing = readAddressing(errors);
        var wording = readWording(errors);
        var opens = FormFields.time("opensAt", opensAt, "staff.letter.time.wrong", errors);
        var closes = FormFields.time("closesAt", closesAt, "staff.letter.time.wrong", errors);
        var pacing = readPacing(errors);
        if (errors.hasErrors() || addressing == null || wording == null) {
            return Optional.empty();
        }
        return Optional.of(new Outline(
                said(slug),
                language == null ? "en" : language,
                said(title),
                said(summary),
                said(why),
                campaignRead,
                addressing,
                wording,
                pacing,
                opens,
                closes));
    }

    long seenVersion() {
        return FormFields.seenVersion(version);
    }

    private @Nullable Addressing readAddressing(Errors errors) {
        var way = said(to);
        if (!List.of(MP, LIST, BOTH).contains(way)) {
            errors.rejectValue("to", "staff.letter.to.missing");
            return null;
        }
        if (way.equals(MP)) {
            return Addressing.ownMp();
        }
        if (said(list).isEmpty()) {
            errors.rejectValue("list", "staff.letter.list.missing");
            return null;
        }
        var listRead = FormFields.id("list", list, "staff.letter.list.wrong", errors);
        var choiceRead = readChoice(errors);
        return listRead == null || choiceRead == null ? null : new Addressing(way.equals(BOTH), listRead, choiceRead);
    }

    private @Nullable Choice readChoice(Errors errors) {
        try {
            return Choice.valueOf(said(choice).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            errors.rejectValue("choice", "staff.letter.choice.missing");
            return null;
        }
    }

    private @Nullable Wording readWording(Errors errors) {
        var before = errors.getErrorCount();
        var flaws = new WordingFlaws(errors);
        var asked = Lines.of(prompts);
        flaws.inSubject(said(subject));
        flaws.inOpening(said(opening));
        flaws.withoutPlaceholders("body", said(body));
        flaws.inPrompts(asked);
        flaws.withoutPlaceholders("closing", said(closing));
        if (said(body).isEmpty() && asked.isEmpty()) {
            errors.rejectValue("body", "staff.letter.body.missing");
        }
        if (errors.getErrorCount() > before || said(subject).isEmpty()) {
            return null;
        }
        return new Wording(null, said(subject), said(opening), said(body), asked, said(closing));
    }

    private @Nullable Pacing readPacing(Errors errors) {
        if (said(perHour).isEmpty()
                && said(fromHour).isEmpty()
                && said(untilHour).isEmpty()) {
            return null;
        }
        var most = readNumber("perHour", perHour, 1, Pacing.FASTEST, errors);
        var from = readNumber("fromHour", fromHour, 0, 23, errors);
        var until = readNumber("untilHour", untilHour, 1, 24, errors);
        if (most == null || from == null || until == null) {
            return null;
        }
        if (from >= until) {
            errors.rejectValue("untilHour", "staff.letter.untilHour.early");
            return null;
        }
        return new Pacing(most, from, until, Boolean.TRUE.equals(weekends));
    }

    private static @Nullable Integer readNumber(
            String field, @Nullable String typed, int least, int most, Errors errors) {
        try {
            var number = Integer.parseInt(said(typed));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        errors.rejectValue(field, "staff.letter." + field + ".wrong");
        return null;
    }
}
