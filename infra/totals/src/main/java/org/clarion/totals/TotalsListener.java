package org.clarion.totals;

import java.util.Set;
import java.util.UUID;

/**
 * Told when figures that are shown have changed in the store.
 *
 * <p>Called in the one instance that read them, at least once for each change; a failure is retried like that of any
 * listener. Who must know in every instance (a page that moves by itself) also looks at the store now and then.
 */
public interface TotalsListener {

    /** @param actions those whose figures have changed */
    void changed(Set<UUID> actions);
}
