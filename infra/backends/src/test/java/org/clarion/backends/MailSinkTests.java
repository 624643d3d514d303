package org.clarion.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTests {

    @TempDir
    Path folder;

    @Test
    void keepsMailsInOrderAsFilesAndAtHand() throws Exception {
        try (var sink = MailSink.start(0, folder)) {
            send(sink, "first@example.org", "Please confirm", "Hello");
            send(sink, "second@example.org", "Thank you", "Grüße aus York\r\n.\r\nend");

            assertThat(sink.received()).extracting(ReceivedMail::number).containsExactly(1L, 2L);
            assertThat(sink.received().getFirst().recipients()).containsExactly("first@example.org");
            assertThat(sink.received().getFirst().message().getSubject()).isEqualTo("Please confirm");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly("00000001-first@example.org.eml", "00000002-second@example.org.eml");
        }
    }

    @Test
    void countsOnFromTheFilesOfAnEarlierRun() throws Exception {
        try (var sink = MailSink.start(0, folder)) {
            send(sink, "first@example.org", "One", "Hello");
        }
        try (var sink = MailSink.start(0, folder)) {
            send(sink, "second@example.org", "Two", "Hello");
            assertThat(sink.received())
                    .extracting(mail -> mail.message().getSubject())
                    .containsExactly("One", "Two");
            assertThat(sink.received()).extracting(ReceivedMail::number).containsExactly(1L, 2L);
        }
    }

    @Test
    void givesBackWhatWasWritten() throws Exception {
        try (var sink = MailSink.start(0)) {
            send(sink, "someone@example.org", "Dots", "one\r\n.two\r\n..three\r\n.\r\nfour");
            assertThat(sink.received()
                            .getFirst()
                            .message()
                            .getContent()
                            .toString()
                            .strip())
                    .isEqualTo("one\r\n.two\r\n..three\r\n.\r\nfour");
        }
    }

    @Test
    void refusesWhomItIsToldToRefuse() throws Exception {
        try (var sink = MailSink.start(0)) {
            sink.refuse("gone@example.org", "550 5.1.1 No such user");
            assertThatExceptionOfType(SendFailedException.class)
                    .isThrownBy(() -> send(sink, "gone@example.org", "Hello", "Hello"));
            assertThat(sink.received()).isEmpty();

            sink.clear();
            send(sink, "gone@example.org", "Hello", "Hello");
            assertThat(sink.received()).hasSize(1);
        }
    }

    @Test
    void holdsOnlyTheLatestMailsInMemory() throws Exception {
        var shelf = MailShelf.inMemory();
        for (var i = 0; i < 12_000; i++) {
            shelf.keep(java.time.Instant.EPOCH, "a@example.org", java.util.List.of("b@example.org"), new byte[10]);
        }
        assertThat(shelf.after(0, Integer.MAX_VALUE))
                .hasSize(5_000)
                .last()
                .extracting(ReceivedMail::number)
                .isEqualTo(12_000L);
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(BackendUnavailable.class)
                    .isThrownBy(() -> MailSink.start(taken.getLocalPort()))
                    .withMessageContaining("Port " + taken.getLocalPort());
        }
    }

    private static void send(MailSink sink, String to, String subject, String text) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(sink.port()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("campaigns@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        message.setText(text, "UTF-8");
        Transport.send(message);
    }
}
