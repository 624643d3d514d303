package org.clarion.load.platform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the registrations service keeps. */
public interface SeatRecords extends AutoCloseable {

    /** The places at a gathering; empty where they are no newer than that version. */
    Optional<Hall> hall(UUID gathering, long version);

    List<RegistrationRecord> of(UUID gathering);

    @Override
    void close();
}
