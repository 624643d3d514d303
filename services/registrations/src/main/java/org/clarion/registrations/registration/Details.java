package org.clarion.registrations.registration;

import org.clarion.supporters.ConsentChoice;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in. While a registration awaits confirmation the last submission replaces it whole.
 *
 * @param by null once erased
 * @param language BCP 47 tag in which to write to them
 * @param source where they came from
 * @param choice the choice about updates that counts once the registration is confirmed; null where none was asked or it counts already
 */
record Details(
        @Nullable Registrant by,
        String language,
        String source,
        @Nullable ConsentChoice choice) {

    Details erased() {
        return new Details(null, language, source, null);
    }

    Details withoutNeeds() {
        return new Details(
                by == null ? null : new Registrant(by.name(), by.email(), by.answers(), null, null),
                language,
                source,
                choice);
    }

    Details withoutChoice() {
        return new Details(by, language, source, null);
    }
}
