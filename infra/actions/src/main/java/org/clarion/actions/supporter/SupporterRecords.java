package org.clarion.actions.supporter;

import java.util.List;
import java.util.UUID;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.supporters.EmailAddress;

/** All that a service keeps of its supporters; each service with actions has one. */
public interface SupporterRecords {

    /**
     * What is kept under an address, the newest first.
     *
     * @param reader who looks: not everybody on the staff may see everything
     */
    List<SupporterRecord> of(EmailAddress address, Staff reader);

    /**
     * Takes back what can be taken back, and keeps nothing that leads to a person. What has happened stays counted: a letter that
     * was sent, somebody who came. A second time changes nothing.
     */
    void erase(UUID id);
}
