package org.clarion.notifications.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code mail.v1}: how a mail ended. Says what it was about, never to whom it went. */
record MailMessage(
        UUID id,
        long version,
        String state,
        String owner,
        String purpose,
        UUID aggregate,
        long aggregateVersion,
        @Nullable String reason,
        Instant requestedAt,
        Instant finishedAt) {

    /** Null for a mail that has not come to an end. */
    static @Nullable MailMessage of(Mail mail) {
        var finishedAt = mail.finishedAt();
        if (finishedAt == null) {
            return null;
        }
        var request = mail.request();
        var trouble = mail.trouble();
        return new MailMessage(
                mail.id(),
                mail.version(),
                mail.status().wireName(),
                request.owner(),
                request.purpose(),
                request.aggregate(),
                request.version(),
                trouble == null ? null : trouble.reason().wireName(),
                request.requestedAt(),
                finishedAt);
    }
}
