package org.clarion.letters.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in, as it came.
 *
 * @param constituency code, for those whose postcode does not tell
 * @param kept a postcode and a constituency that disagree, of which the page has asked whether both are meant ({@link Directions#pair})
 * @param to wire names of entries of the action's target list
 * @param variant of the wording that was shown; null or blank for the one that fits
 * @param text version of the action's text that was shown; null for the current one
 * @param updates the answer to the question about updates; null where it was not asked
 * @param wording id of the words of that question
 * @param request what the client calls this request, to tell a repetition; null for nothing
 */
record Typed(
        @Nullable String postcode,
        @Nullable String constituency,
        @Nullable String kept,
        List<String> to,
        @Nullable Integer text,
        @Nullable String variant,
        @Nullable String body,
        @Nullable String name,
        @Nullable String address,
        @Nullable String country,
        @Nullable String email,
        @Nullable Boolean updates,
        @Nullable String wording,
        @Nullable String language,
        @Nullable String source,
        @Nullable String request) {

    /** Says nothing, so that a person cannot slip into a log. */
    @Override
    public String toString() {
        return "Typed";
    }
}
