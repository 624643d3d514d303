package org.clarion.messaging.outbox;

import java.util.ArrayList;
import java.util.List;
import org.clarion.messaging.mail.MailRequest;
import org.jspecify.annotations.Nullable;

/**
 * The next state of an aggregate together with what happened and the mails that this asks for; saved in one write.
 *
 * @param state the next state; its version is one more than that of the state it was decided on
 * @param event what happened; null for a change that the world need not know
 * @param mails mails to ask for, each with a purpose of its own
 */
public record Change<A extends Aggregate, E extends Event>(
        A state, @Nullable E event, List<MailRequest> mails) {

    public Change {
        mails = List.copyOf(mails);
    }

    public static <A extends Aggregate, E extends Event> Change<A, E> of(A state, E event) {
        return new Change<>(state, event, List.of());
    }

    /** A change that is kept but not announced. */
    public static <A extends Aggregate, E extends Event> Change<A, E> silent(A state) {
        return new Change<>(state, null, List.of());
    }

    public Change<A, E> asking(MailRequest mail) {
        var all = new ArrayList<>(mails);
        all.add(mail);
        return new Change<>(state, event, all);
    }
}
