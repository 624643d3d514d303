package org.clarion.notifications.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.clarion.notifications.mail.Trouble;
import org.clarion.notifications.mail.Trouble.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReportTests {

    private static final String PATH = "bounces+0192.abc@example.org";

    private static DeliveryReport report(String raw) {
        return DeliveryReport.of(Reports.read(raw)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1, ADDRESS_REFUSED",
        "5.1.10, ADDRESS_REFUSED",
        "5.2.1, ADDRESS_REFUSED",
        "5.0.0, ADDRESS_REFUSED",
        "5.2.2, GAVE_UP",
        "4.4.7, GAVE_UP",
        "4.4.1, GAVE_UP",
        "5.7.1, MAIL_REFUSED",
        "5.3.4, MAIL_REFUSED"
    })
    void aFailureHasAReason(String status, Reason reason) {
        var report = report(Reports.failed(PATH, "office@mp.example.org", status));

        assertThat(report.failure()).contains(new Trouble(reason, status));
        assertThat(report.sentTo()).contains(PATH);
        assertThat(report.recipients())
                .singleElement()
                .satisfies(recipient -> assertThat(recipient.addresses()).containsExactly("office@mp.example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "delayed, 4.4.1",
        "delivered, 2.1.5",
        "relayed, 2.0.0",
        "expanded, 2.0.0",
        "failed, 2.0.0",
        "unheard-of, 5.1.1"
    })
    void whatIsNoFailureChangesNothing(String action, String status) {
        assertThat(report(Reports.withAction(PATH, action, status)).failure()).isEmpty();
    }

    @Test
    void aMailThatReachedSomebodyHasNotFailed() {
        var mixed = Reports.report(PATH, """
                Reporting-MTA: dns; mail.example.org

                Final-Recipient: rfc822; one@mp.example.org
                Action: failed
                Status: 5.1.1

                Final-Recipient: rfc822; two@mp.example.org
                Action: relayed
                Status: 2.0.0
                """);

        assertThat(report(mixed).recipients()).hasSize(2);
        assertThat(report(mixed).failure()).isEmpty();
    }

    @Test
    void aReportAsExchangeWritesItIsRead() {
        var raw = Reports.report(PATH, """
                        Reporting-MTA: dns;mx.mp.example.org
                        Received-From-MTA: dns;mail.example.org
                        Arrival-Date: Tue, 24 Nov 2026 14:32:00 +0000

                        Final-Recipient: RFC822;office@mp.example.org
                        Action: Failed
                        Status: 5.1.10 (no such user)
                        Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound;
                         Recipient not found by SMTP address lookup
                        X-Display-Name: Office
                        """)
                .replace(
                        "multipart/report; report-type=delivery-status;",
                        "multipart/report; report-type=\"delivery-status\";");

        assertThat(report(raw).failure()).contains(new Trouble(Reason.ADDRESS_REFUSED, "5.1.10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Return-Path: <office@mp.example.org>", "Return-Path: <>\r\nReturn-Path: <eve@example.org>"})
    void aReportThatHasASenderIsNone(String returnPath) {
        var raw = Reports.failed(PATH, "office@mp.example.org", "5.1.1").replace("Return-Path: <>", returnPath);

        assertThat(DeliveryReport.of(Reports.read(raw))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "report-type=delivery-status, report-type=disposition-notification",
        "multipart/report, multipart/mixed",
        "message/delivery-status, text/plain",
        "Status: 5.1.1, Status: broken",
        "Status: 5.1.1, X-Status: 5.1.1",
        "Action: failed, X-Action: failed"
    })
    void whatIsNotAsTheRfcWantsItIsLeftForPeople(String what, String other) {
        var raw = Reports.failed(PATH, "office@mp.example.org", "5.1.1").replace(what, other);

        assertThat(DeliveryReport.of(Reports.read(raw))).isEmpty();
    }

    @Test
    void anAnswerOfAMachineIsNoReport() {
        assertThat(DeliveryReport.of(Reports.read(Reports.holidayNote(PATH)))).isEmpty();
    }

    @Test
    void aReportThatWasCutOffInTheReturnedMailIsStillRead() {
        var raw = Reports.failed(PATH, "office@mp.example.org", "5.1.1");

        assertThat(report(raw.substring(0, raw.indexOf("Dear Ms Example"))).failure())
                .isPresent();
    }

    @Test
    void nothingThatIsSentBreaksTheReading() {
        var raw = Reports.failed(PATH, "office@mp.example.org", "5.1.1");
        var random = new Random(4);
        for (int i = 0; i < 3_000; i++) {
            var broken = new StringBuilder(raw);
            for (int j = 0; j < 1 + random.nextInt(8); j++) {
                var at = random.nextInt(broken.length());
                switch (random.nextInt(3)) {
                    case 0 -> broken.setCharAt(at, (char) random.nextInt(256));
                    case 1 -> broken.delete(at, Math.min(broken.length(), at + random.nextInt(40)));
                    default -> broken.insert(at, "\r\n".repeat(random.nextInt(3)));
                }
            }
            DeliveryReport.of(Reports.read(broken.toString())).ifPresent(DeliveryReport::failure);
        }
        var blank = Reports.report(PATH, "\n".repeat(100_000));
        assertThat(DeliveryReport.of(Reports.read(blank))).isEmpty();
    }
}
