package org.clarion.campaigns.totals;

import java.util.Set;
import java.util.UUID;

/** The sources that the generation on show counts one by one, so that the next one counts the same. */
interface KnownSources {

    Set<String> of(UUID action);
}
