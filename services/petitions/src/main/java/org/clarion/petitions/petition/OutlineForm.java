package org.clarion.petitions.petition;

import static org.clarion.pageshell.FormFields.said;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.clarion.pageshell.FormFields;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form in which campaigners write a petition; everything as typed, so that nothing typed is lost.
 *
 * @param opensAt London time, {@code 2026-11-24T14:32}
 * @param version of the petition when the form was shown; empty for a new one
 */
record OutlineForm(
        @NotBlank(message = "{staff.petition.slug.missing}") @Size(max = 80, message = "{staff.petition.slug.long}") @Pattern(regexp = "|[a-z0-9]+(-[a-z0-9]+)*", message = "{staff.petition.slug.wrong}")
        @Nullable String slug,

        @Pattern(regexp = "[a-z]{2,3}", message = "{staff.petition.language.wrong}") @Nullable String language,

        @NotBlank(message = "{staff.petition.title.missing}") @Size(max = 150, message = "{staff.petition.title.long}") @Nullable String title,

        @NotBlank(message = "{staff.petition.summary.missing}") @Size(max = 300, message = "{staff.petition.summary.long}") @Nullable String summary,

        @NotBlank(message = "{staff.petition.addressee.missing}") @Size(max = 150, message = "{staff.petition.addressee.long}") @Nullable String addressee,

        @NotBlank(message = "{staff.petition.text.missing}") @Size(max = 20_000, message = "{staff.petition.text.long}") @Nullable String text,

        @Nullable String campaign,
        @Nullable String goal,
        @Nullable String opensAt,
        @Nullable String closesAt,
        @Nullable String version) {

    private static final long LARGEST_GOAL = 100_000_000;
    private static final String FIRST_GOAL = "1000";

    static OutlineForm empty(@Nullable String campaign) {
        return new OutlineForm(null, "en", null, null, null, null, campaign, FIRST_GOAL, null, null, null);
    }

    static OutlineForm of(Petition petition) {
        var text = petition.text();
        return new OutlineForm(
                petition.slug(),
                text.language(),
                text.title(),
                text.summary(),
                text.addressee(),
                text.markdown(),
                petition.campaign() == null ? null : petition.campaign().toString(),
                Long.toString(petition.goal()),
                FormFields.time(petition.opensAt()),
                FormFields.time(petition.closesAt()),
                Long.toString(petition.version()));
    }

    /** What was written, or empty with the flaws noted in {@code errors}. */
    Optional<Outline> outline(Errors errors) {
        var goalRead = readGoal(errors);
        var campaignRead = FormFields.id("campaign", campaign, "staff.petition.campaign.wrong", errors);
        var opens = FormFields.time("opensAt", opensAt, "staff.petition.time.wrong", errors);
        var closes = FormFields.time("closesAt", closesAt, "staff.petition.time.wrong", errors);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Outline(
                said(slug),
                language == null ? "en" : language,
                said(title),
                said(summary),
                said(addressee),
                said(text),
                campaignRead,
                goalRead,
                opens,
                closes));
    }

    long seenVersion() {
        return FormFields.seenVersion(version);
    }

    private long readGoal(Errors errors) {
        var typed = said(goal).replace(",", "");
        try {
            var number = Long.parseLong(typed);
            if (number >= 1 && number <= LARGEST_GOAL) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        errors.rejectValue("goal", "staff.petition.goal.wrong");
        return 0;
    }
}
