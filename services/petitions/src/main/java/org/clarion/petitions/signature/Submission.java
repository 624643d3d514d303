package org.clarion.petitions.signature;

import java.util.List;
import java.util.UUID;
import org.clarion.messaging.envelope.Supporter;
import org.jspecify.annotations.Nullable;

/**
 * One filled-in form or API call, checked.
 *
 * @param signer who signs, within this petition
 * @param formerly the same under earlier pseudonym keys; mostly none
 * @param request id of the request, where the client gave one
 */
record Submission(
        UUID petition,
        UUID signer,
        List<UUID> formerly,
        Supporter supporter,
        Details details,
        @Nullable UUID request) {}
