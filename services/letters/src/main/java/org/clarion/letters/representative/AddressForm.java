package org.clarion.letters.representative;

import java.util.Optional;
import org.clarion.pageshell.FormFields;
import org.clarion.supporters.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Where letters to a member go.
 *
 * @param way {@code listed}, {@code by-hand} or {@code no-mail}
 * @param address with {@code by-hand}
 */
record AddressForm(@Nullable String way, @Nullable String address) {

    static final String LISTED = "listed";
    static final String BY_HAND = "by-hand";
    static final String NO_MAIL = "no-mail";

    static AddressForm of(Member member) {
        var byHand = member.office().byHand();
        if (byHand == null) {
            return new AddressForm(LISTED, null);
        }
        return byHand.address() == null ? new AddressForm(NO_MAIL, null) : new AddressForm(BY_HAND, byHand.address());
    }

    /** @return empty where the way needs none, and where there are errors */
    Optional<String> read(Errors errors) {
        switch (FormFields.said(way)) {
            case LISTED, NO_MAIL -> {
                return Optional.empty();
            }
            case BY_HAND -> {
                var read = EmailAddress.parse(address).map(EmailAddress::deliverable);
                if (read.isEmpty()) {
                    errors.rejectValue("address", "staff.seat.address.wrong");
                }
                return read;
            }
            default -> {
                errors.rejectValue("way", "staff.seat.address.way.missing");
                return Optional.empty();
            }
        }
    }
}
