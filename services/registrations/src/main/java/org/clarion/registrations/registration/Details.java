package org.clarion.registrations.registration;

import org.clarion.supporters.ConsentChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;

/**
 * What somebody filled in. While a registration awaits confirmation the last submission replaces it whole.
 *
 * @param by null once erased
 * @param language BCP 47 tag in which to write to them
 * @param source where they came from
 * @param choice the choice about updates that counts once the registration is confirmed; null where none was asked or it counts already
 * @param appraisal what staff think of it as an application; null as long as nobody has said anything, and once erased
 */
record Details(
        @Nullable Registrant by,
        String language,
        String source,
        @Nullable ConsentChoice choice,
        @Nullable Appraisal appraisal) {

    @PersistenceCreator
    Details {}

    Details(@Nullable Registrant by, String language, String source, @Nullable ConsentChoice choice) {
        this(by, language, source, choice, null);
    }

    Details erased() {
        return new Details(null, language, source, null);
    }

    Details withoutNeeds() {
        return new Details(
                by == null ? null : new Registrant(by.name(), by.email(), by.answers(), null, null),
                language,
                source,
                choice,
                appraisal);
    }

    Details withoutChoice() {
        return new Details(by, language, source, null, appraisal);
    }

    Details appraised(Appraisal appraisal) {
        return new Details(by, language, source, choice, appraisal);
    }
}
