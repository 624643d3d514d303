package org.clarion.petitions.signature;

import org.clarion.supporters.ConsentChoice;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in. While a signature awaits confirmation the last submission replaces it whole.
 *
 * @param by null once erased
 * @param constituency code; null where it is not known
 * @param country ISO 3166
 * @param language BCP 47 tag in which to write to them
 * @param source where they came from
 * @param choice the choice about updates that counts once the signature is confirmed; null where none was asked or it counts already
 */
record Details(
        @Nullable Signatory by,
        @Nullable String constituency,
        String country,
        String language,
        String source,
        SignedText text,
        @Nullable ConsentChoice choice) {

    Details erased() {
        return new Details(null, constituency, country, language, source, text, null);
    }

    Details withoutChoice() {
        return new Details(by, constituency, country, language, source, text, null);
    }
}
