package org.clarion.notifications.suppression;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An address that gets no mail any more, known by its pseudonym only.
 *
 * @param id pseudonym of the address
 * @param key id of the key that the pseudonym was made with
 * @param mail the mail whose refusal brought it here
 * @param reply reply code of the recipient's server
 */
@Document("suppressions")
public record Suppression(
        @Id String id,
        String key,
        Instant since,
        UUID mail,
        String purpose,
        @Nullable String reply) {}
