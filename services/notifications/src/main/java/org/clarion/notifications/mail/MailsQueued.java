package org.clarion.notifications.mail;

/** Said within this process when there is something new to send. */
public record MailsQueued() {}
