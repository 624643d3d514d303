package org.clarion.notifications.mail;

import org.clarion.messaging.outbox.Event;

/** How a mail can end. Schema: {@code contracts/mail.v1}. */
public sealed interface MailEvent extends Event {

    record MailSent() implements MailEvent {}

    record MailBounced() implements MailEvent {}

    record MailSuppressed() implements MailEvent {}

    record MailDoubted() implements MailEvent {}

    record MailCancelled() implements MailEvent {}

    @Override
    default String wireName() {
        return switch (this) {
            case MailSent e -> "mail.sent.v1";
            case MailBounced e -> "mail.bounced.v1";
            case MailSuppressed e -> "mail.suppressed.v1";
            case MailDoubted e -> "mail.doubted.v1";
            case MailCancelled e -> "mail.cancelled.v1";
        };
    }
}
