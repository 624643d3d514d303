package org.clarion.letters.letter;

import java.util.List;
import java.util.UUID;
import org.clarion.actions.form.Fingerprint;
import org.clarion.letters.letter.Details.Also;
import org.clarion.messaging.envelope.Supporter;
import org.jspecify.annotations.Nullable;

/**
 * One filled-in form or API call, checked: one text to one or several targets.
 *
 * @param supporters the same supporter under every pseudonym key that is still recognised, the one in use first
 * @param to at least one, each once
 * @param drawn whether chance chose the target: then one letter to whomever is enough
 * @param request id of the request, where the client gave one
 */
record Writing(
        UUID action,
        boolean test,
        List<Supporter> supporters,
        List<Also> to,
        boolean drawn,
        Details details,
        @Nullable UUID request) {

    Writing {
        supporters = List.copyOf(supporters);
        to = List.copyOf(to);
    }

    /** Who writes, within this action. */
    UUID writer() {
        return writerIn(action, supporters.getFirst());
    }

    /** The same under every key that is still recognised. */
    List<UUID> writers() {
        return supporters.stream().map(each -> writerIn(action, each)).toList();
    }

    static UUID writerIn(UUID action, Supporter supporter) {
        return Fingerprint.within(action, supporter.pseudonym());
    }

    /** What goes to one target, to be confirmed for the others too. */
    Submission carriedBy(Also first, List<Also> others) {
        return new Submission(
                action,
                test,
                writer(),
                supporters.getFirst(),
                first.target(),
                details.to(first.shown(), others),
                request);
    }
}
