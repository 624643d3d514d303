package org.clarion.campaigns.totals;

import java.util.UUID;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Decides which sources of an action are counted one by one: the first 200, for good. A source that once had a slot keeps
 * it and one that came too late never gets one, so that a withdrawal always leaves the row that the signature entered.
 */
class SourceSlots {

    static final int MOST = 200;
    static final String OTHER = "other";

    private static final String SLOT = "s|";
    private static final String TAKEN = "n|";

    private final KeyValueStore<String, Long> store;
    private final KnownSources known;

    SourceSlots(KeyValueStore<String, Long> store, KnownSources known) {
        this.store = store;
        this.known = known;
    }

    String slotOf(UUID action, String source) {
        if (source.equals(OTHER)) {
            return OTHER;
        }
        var taken = store.get(TAKEN + action);
        if (taken == null) {
            taken = takeOver(action);
        }
        var slot = SLOT + action + "|" + source;
        if (store.get(slot) != null) {
            return source;
        }
        if (taken >= MOST) {
            return OTHER;
        }
        store.put(slot, 1L);
        store.put(TAKEN + action, taken + 1);
        return source;
    }

    private long takeOver(UUID action) {
        long taken = 0;
        for (var source : known.of(action)) {
            if (!source.equals(OTHER) && taken < MOST) {
                store.put(SLOT + action + "|" + source, 1L);
                taken++;
            }
        }
        store.put(TAKEN + action, taken);
        return taken;
    }
}
