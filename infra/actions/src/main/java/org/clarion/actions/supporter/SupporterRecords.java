package org.clarion.actions.supporter;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.clarion.messaging.envelope.Supporter;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.supporters.ConsentChoice;
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

    /** Lets a no to updates, said here or elsewhere, hold for all that this supporter has said yes to before. */
    void stopUpdates(Supporter supporter, ConsentChoice no);

    /** Whoever takes updates, the newest first, and once for each yes. To be closed. */
    Stream<Subscriber> subscribers();
}
