package org.clarion.notifications.sending;

/** The owner of a claim does not answer; its mails wait. */
class OwnerAway extends Exception {

    OwnerAway(String why) {
        super(why);
    }
}
