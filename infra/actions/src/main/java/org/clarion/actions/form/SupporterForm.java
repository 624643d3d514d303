package org.clarion.actions.form;

import org.clarion.places.Countries;
import org.jspecify.annotations.Nullable;

/** The part of a page's form that every action asks supporters to fill in, as it came back. */
public interface SupporterForm {

    /** What somebody picks who does not know the constituency. */
    String NOT_KNOWN = "unknown";

    @Nullable String email();

    @Nullable String postcode();

    @Nullable String country();

    /** Code, or {@link #NOT_KNOWN}. */
    @Nullable String constituency();

    /** The address about which the page has asked whether it is right. */
    @Nullable String asked();

    default boolean isAtHome() {
        var country = country();
        return country == null || country.isBlank() || country.equals(Countries.UNITED_KINGDOM);
    }

    default boolean hasChosenConstituency() {
        var constituency = constituency();
        return constituency != null && !constituency.isBlank();
    }

    /** Null where none was chosen, or the choice was not to know. */
    default @Nullable String constituencyCode() {
        return NOT_KNOWN.equals(constituency()) ? null : constituency();
    }

    default boolean wasAskedAboutEmail() {
        return asked() != null && asked().equals(email());
    }
}
