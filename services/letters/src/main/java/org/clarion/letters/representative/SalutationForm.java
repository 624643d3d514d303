package org.clarion.letters.representative;

import org.clarion.pageshell.FormFields;
import org.clarion.supporters.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** How letters to a member begin; empty to go back to what the name tells. */
record SalutationForm(@Nullable String salutation) {

    static SalutationForm of(Member member) {
        return new SalutationForm(member.correctedSalutation());
    }

    /** @return null for what the name tells, and where there are errors */
    @Nullable String read(Errors errors) {
        var said = FormFields.said(salutation);
        if (said.isEmpty()) {
            return null;
        }
        if (PersonName.flawIn(said).isPresent()) {
            errors.rejectValue("salutation", "staff.seat.salutation.wrong");
            return null;
        }
        return new PersonName(said).value();
    }
}
