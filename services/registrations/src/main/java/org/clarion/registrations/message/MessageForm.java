package org.clarion.registrations.message;

import static org.clarion.pageshell.FormFields.said;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.clarion.registrations.gathering.Gathering;
import org.clarion.registrations.registration.Group;
import org.clarion.servicedefaults.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A message as it is typed.
 *
 * @param press what the button's press is called, and the message that it makes, so that a second press makes no second one;
 *     empty at first
 */
record MessageForm(
        @Nullable String press,
        @Nullable String group,

        @NotBlank(message = "{staff.message.subject.missing}") @Size(max = 150, message = "{staff.message.subject.long}") @Nullable String subject,

        @NotBlank(message = "{staff.message.text.missing}") @Size(max = 10_000, message = "{staff.message.text.long}") @Nullable String text) {

    static MessageForm empty() {
        return new MessageForm(null, null, null, null);
    }

    /** What was written, or empty with the flaws noted in {@code errors}. */
    Optional<Message.Draft> draft(Gathering gathering, Errors errors) {
        var meant = Group.parse(said(group))
                .filter(each ->
                        each.session() == 0 || gathering.sessionNumbers().contains(each.session()));
        if (meant.isEmpty()) {
            errors.rejectValue("group", "staff.message.group.missing");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Message.Draft(
                        readId(),
                        gathering.id(),
                        meant.orElseThrow(),
                        said(subject).replaceAll("\\s+", " "),
                        said(text)));
    }

    private UUID readId() {
        try {
            return UUID.fromString(said(press));
        } catch (IllegalArgumentException e) {
            return Ids.next();
        }
    }
}
