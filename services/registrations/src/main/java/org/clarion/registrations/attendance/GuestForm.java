package org.clarion.registrations.attendance;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clarion.pageshell.FormFields;
import org.clarion.registrations.gathering.Admission;
import org.clarion.registrations.places.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Guests without a registration, as staff type them in.
 *
 * @param press what the button's press is called; made with the page
 */
record GuestForm(
        @Nullable String heads,
        @Nullable String name,
        @Nullable UUID press) {

    private static final int LONGEST_NAME = 100;

    static final GuestForm EMPTY = new GuestForm("1", "", null);

    /** What they ask for; empty with what is wrong noted in {@code errors}. */
    Optional<Wish> wish(Door door, Errors errors) {
        if (FormFields.said(name).length() > LONGEST_NAME) {
            errors.rejectValue("name", "staff.guests.name.long");
        }
        if (press == null) {
            errors.reject("staff.guests.again");
        }
        int number = number();
        if (number < 1 || number > Admission.LARGEST_PARTY) {
            errors.rejectValue("heads", "staff.guests.heads.wrong", new Object[] {Admission.LARGEST_PARTY}, null);
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Wish(Set.of(door.number()), door.mode(), number));
    }

    private int number() {
        try {
            return Integer.parseInt(FormFields.said(heads));
        } catch (NumberFormatException e) {
            return 0; // told like a number out of range
        }
    }
}
