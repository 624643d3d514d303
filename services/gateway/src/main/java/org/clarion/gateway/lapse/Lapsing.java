package org.clarion.gateway.lapse;

import java.time.Instant;

/** Something that is kept for a while only. */
public interface Lapsing {

    /** What the log calls it. */
    String what();

    /** Removes whatever had lapsed by then and says how many. */
    long removeLapsed(Instant now);
}
