package org.clarion.campaigns.campaign;

import static org.clarion.pageshell.FormFields.said;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.clarion.pageshell.FormFields;
import org.jspecify.annotations.Nullable;

/**
 * The form in which campaigners write a campaign; everything as typed, so that nothing typed is lost.
 *
 * @param version of the campaign when the form was shown; empty for a new one
 */
record OutlineForm(
        @NotBlank(message = "{staff.campaign.slug.missing}") @Size(max = 80, message = "{staff.campaign.slug.long}") @Pattern(regexp = "|[a-z0-9]+(-[a-z0-9]+)*", message = "{staff.campaign.slug.wrong}")
        @Nullable String slug,

        @Pattern(regexp = "[a-z]{2,3}", message = "{staff.campaign.language.wrong}") @Nullable String language,

        @NotBlank(message = "{staff.campaign.title.missing}") @Size(max = 150, message = "{staff.campaign.title.long}") @Nullable String title,

        @NotBlank(message = "{staff.campaign.summary.missing}") @Size(max = 300, message = "{staff.campaign.summary.long}") @Nullable String summary,

        @NotBlank(message = "{staff.campaign.text.missing}") @Size(max = 20_000, message = "{staff.campaign.text.long}") @Nullable String text,

        @NotNull(message = "{staff.campaign.accent.missing}") @Pattern(regexp = "madder|moss|teal|indigo|plum|ochre", message = "{staff.campaign.accent.missing}") @Nullable String accent,

        @Nullable String version) {

    static OutlineForm empty() {
        return new OutlineForm(null, "en", null, null, null, Accent.MADDER.wireName(), null);
    }

    static OutlineForm of(Campaign campaign) {
        return new OutlineForm(
                campaign.slug(),
                campaign.language(),
                campaign.title(),
                campaign.summary(),
                campaign.text(),
                campaign.accent().wireName(),
                Long.toString(campaign.version()));
    }

    /** Call only for a form without errors. */
    Outline outline() {
        return new Outline(
                said(slug),
                language == null ? "en" : language,
                said(title),
                said(summary),
                said(text),
                Accent.valueOf(said(accent).toUpperCase(Locale.ROOT)));
    }

    long seenVersion() {
        return FormFields.seenVersion(version);
    }
}
