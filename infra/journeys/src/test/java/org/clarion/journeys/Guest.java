package org.clarion.journeys;

import java.util.UUID;
import org.clarion.journeys.Mailbox.Mail;

/** Somebody who wants to come to an event, with a name that nobody else has. */
final class Guest {

    private final RunningPlatform platform;
    private final Visitor visitor;
    private final String name = "guest-" + UUID.randomUUID().toString().substring(0, 8);

    Guest(RunningPlatform platform, Visitor visitor) {
        this.platform = platform;
        this.visitor = visitor;
    }

    String name() {
        return name;
    }

    /** On the page of an event, once everything else is filled in. */
    Guest register() {
        visitor.fill("register.name", name)
                .fill("register.email", name + "@example.org")
                .press("register.button");
        visitor.sees("registration.sent");
        return this;
    }

    /** The mail with such a subject, waited for. */
    Mail mail(String subject) {
        return platform.mails()
                .first(name + "@example.org", mail -> mail.subject().contains(subject));
    }

    /** Opens the link of a mail whose path starts so. */
    Visitor follow(String subject, String link) {
        visitor.page().navigate(mail(subject).link(link).toString());
        return visitor;
    }
}
