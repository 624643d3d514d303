package org.clarion.actions.progress;

import java.util.UUID;

/** An action that is judged by how many took part, confirmed. */
public interface Counted {

    UUID id();

    /** How many are wished for; 0 where nobody says. */
    default long goal() {
        return 0;
    }
}
