package org.clarion.actions.supporter;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.clarion.actions.form.Fingerprint;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.supporters.EmailAddress;
import org.clarion.supporters.Pseudonyms;

/** The names under which a supporter stands in actions: finds what is kept of them without an index of its own. */
public final class SupporterNames {

    private final Pseudonyms pseudonyms;

    SupporterNames(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Within each of the actions, under every key that is still recognised. */
    public List<UUID> within(Collection<UUID> actions, EmailAddress address) {
        return of(address).stream()
                .flatMap(each -> within(actions, each).stream())
                .toList();
    }

    /** As other kinds of action know them, under every key that is still recognised. */
    List<Supporter> of(EmailAddress address) {
        return pseudonyms.allOf(address).stream()
                .map(each -> new Supporter(each.value(), each.key()))
                .toList();
    }

    /** Within each of the actions, under the key that the pseudonym was made with alone. */
    public List<UUID> within(Collection<UUID> actions, Supporter supporter) {
        return actions.stream()
                .map(action -> Fingerprint.within(action, supporter.pseudonym()))
                .toList();
    }
}
