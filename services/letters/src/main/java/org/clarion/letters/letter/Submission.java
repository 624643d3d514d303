package org.clarion.letters.letter;

import java.util.List;
import java.util.UUID;
import org.clarion.letters.target.Target;
import org.clarion.messaging.envelope.Supporter;
import org.jspecify.annotations.Nullable;

/**
 * One filled-in form or API call, checked.
 *
 * @param writer who writes to the target within this action
 * @param formerly the same under earlier pseudonym keys; mostly none
 * @param request id of the request, where the client gave one
 */
record Submission(
        UUID action,
        boolean test,
        UUID writer,
        List<UUID> formerly,
        Supporter supporter,
        Target target,
        Details details,
        @Nullable UUID request) {}
