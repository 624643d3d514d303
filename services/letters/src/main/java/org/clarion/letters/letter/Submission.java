package org.clarion.letters.letter;

import java.util.UUID;
import org.clarion.letters.target.Target;
import org.clarion.messaging.envelope.Supporter;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to one target, checked; its details name the others.
 *
 * @param writer the supporter within this action
 * @param request id of the request, where the client gave one
 */
record Submission(
        UUID action,
        boolean test,
        UUID writer,
        Supporter supporter,
        Target target,
        Details details,
        @Nullable UUID request) {}
