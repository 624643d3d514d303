package org.clarion.actions.supporter;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.clarion.actions.form.Fingerprint;
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
        var all = pseudonyms.allOf(address);
        return actions.stream()
                .flatMap(action -> all.stream().map(each -> Fingerprint.within(action, each.value())))
                .toList();
    }
}
