package org.clarion.load.platform;

import java.util.List;
import java.util.UUID;

/** What the letters service keeps. */
public interface LetterRecords extends AutoCloseable {

    /** All letters of an action. */
    List<LetterRecord> of(UUID action);

    /** Those that have not been sent. */
    List<LetterRecord> unsent(UUID action);

    long count(UUID action);

    @Override
    void close();
}
