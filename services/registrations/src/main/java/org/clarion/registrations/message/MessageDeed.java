package org.clarion.registrations.message;

/** What can be done to a message. */
public enum MessageDeed {
    WRITTEN,
    APPROVED,
    STOPPED
}
