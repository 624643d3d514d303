package org.clarion.petitions.signature;

import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.actions.form.SupporterForm;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.signature.Reception.Typed;
import org.clarion.places.Countries;
import org.clarion.supporters.Source;
import org.jspecify.annotations.Nullable;

/** The form on a petition's page, as it came back. */
record SigningForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String postcode,
        @Nullable String country,
        @Nullable String constituency,
        @Nullable String language,
        @Nullable Boolean updates,
        @Nullable String wording,
        @Nullable String source,
        @Nullable String text,
        @Nullable String asked)
        implements SupporterForm {

    static SigningForm empty(Petition petition, Source source, String language) {
        return new SigningForm(
                null,
                null,
                null,
                Countries.UNITED_KINGDOM,
                null,
                language,
                false,
                UpdatesConsent.WORDING,
                source.value(),
                Integer.toString(petition.text().number()),
                null);
    }

    Typed typed() {
        return new Typed(
                name,
                email,
                postcode,
                country,
                constituencyCode(),
                language,
                source,
                updates != null && updates,
                wording,
                textVersion(),
                null);
    }

    private @Nullable Integer textVersion() {
        if (text == null) {
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
        return "SigningForm";
    }
}
