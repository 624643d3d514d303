package org.clarion.notifications.mail;

import java.util.UUID;

/** A mail that has arrived or is on its way cannot be tried again. */
public class MailRefusal extends RuntimeException {

    MailRefusal(UUID mail) {
        super("Mail " + mail + " is sent or on its way");
    }
}
