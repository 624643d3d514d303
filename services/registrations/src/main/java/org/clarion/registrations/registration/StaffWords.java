package org.clarion.registrations.registration;

import java.util.Optional;
import java.util.UUID;

/** Knows what staff have written to those who registered. */
@FunctionalInterface
public interface StaffWords {

    /** @param group for whom it is */
    record Words(Group group, String subject, String text) {}

    /** Empty for a message that has not left. */
    Optional<Words> find(UUID message);
}
