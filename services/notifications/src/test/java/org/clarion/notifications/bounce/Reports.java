package org.clarion.notifications.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Messages as mail servers and machines send them back. */
public final class Reports {

    private Reports() {}

    /** As Postfix writes it. */
    public static String failed(String to, String recipient, String status) {
        return report(to, """
                Reporting-MTA: dns; mail.example.org
                X-Postfix-Queue-ID: 4B1C92A0F1
                X-Postfix-Sender: rfc822; %s
                Arrival-Date: Tue, 24 Nov 2026 14:32:00 +0000 (GMT)

                Final-Recipient: rfc822; %s
                Original-Recipient: rfc822;%s
                Action: failed
                Status: %s
                Remote-MTA: dns; mx.mp.example.org
                Diagnostic-Code: smtp; 550 %s <%s>: Recipient address rejected
                """.formatted(to, recipient, recipient, status, status, recipient));
    }

    public static String withAction(String to, String action, String status) {
        return report(to, """
                Reporting-MTA: dns; mail.example.org

                Final-Recipient: rfc822; office@mp.example.org
                Action: %s
                Status: %s
                """.formatted(action, status));
    }

    static String report(String to, String status) {
        return """
                Return-Path: <>
                Delivered-To: bounces@example.org
                X-Original-To: %s
                Date: Tue, 24 Nov 2026 14:33:00 +0000 (GMT)
                From: MAILER-DAEMON@example.org (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: %s
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                	boundary="4B1C92A0F1.1732459980/mail.example.org"
                Message-Id: <20261124143300.4B1C92A0F2@mail.example.org>

                This is a MIME-encapsulated message.

                --4B1C92A0F1.1732459980/mail.example.org
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not
                be delivered to one or more recipients.

                --4B1C92A0F1.1732459980/mail.example.org
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                %s
                --4B1C92A0F1.1732459980/mail.example.org
                Content-Description: Undelivered Message
                Content-Type: message/rfc822

                From: Ada Lovelace <no-reply@example.org>
                Subject: Keep the Act

                Dear Ms Example, please keep the Act.
                --4B1C92A0F1.1732459980/mail.example.org--
                """.formatted(to, to, status).replace("\n", "\r\n");
    }

    /** As a person's mail program writes it while they are away; copies the words of a report. */
    public static String holidayNote(String to) {
        return """
                Return-Path: <office@mp.example.org>
                From: Office <office@mp.example.org>
                Subject: Automatic reply: Undelivered Mail Returned to Sender
                To: %s
                Auto-Submitted: auto-replied
                X-Auto-Response-Suppress: All
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                Final-Recipient: rfc822; office@mp.example.org
                Action: failed
                Status: 5.1.1
                """.formatted(to).replace("\n", "\r\n");
    }

    public static MimeMessage read(String raw) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
