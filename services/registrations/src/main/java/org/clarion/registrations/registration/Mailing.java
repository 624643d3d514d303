package org.clarion.registrations.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings what staff write to a group of those who registered, to each once. */
@Component
public class Mailing {

    private final Registrations registrations;

    Mailing(Registrations registrations) {
        this.registrations = registrations;
    }

    /** How many belong to it now. */
    public long count(UUID gathering, Group group) {
        return registrations.count(gathering, group);
    }

    /** Those to whom a message was not sent yet, of all who had confirmed their address before. */
    public List<UUID> toBeWritten(UUID gathering, Group group, UUID message, Instant before, int limit) {
        return registrations.toBeWritten(gathering, group, Registration.cause(message), before, limit);
    }

    /** Asks for the mail, unless that was done, or this is none of the group any more. */
    public void write(UUID registration, Group group, UUID message) {
        registrations.change(registration, current -> current.write(message, group));
    }

    /** To how many a message was sent. */
    public long written(UUID gathering, UUID message) {
        return registrations.written(gathering, Registration.cause(message));
    }
}
