package org.clarion.notifications.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.clarion.messaging.mail.MailAnswer.Attachment;
import org.clarion.notifications.bounce.BounceSettings;
import org.clarion.notifications.bounce.ReturnPaths;
import org.clarion.notifications.sending.Parties.Writer;
import org.clarion.notifications.template.Words;
import org.clarion.supporters.EmailAddress;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class CompositionTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final UUID MAIL = UUID.fromString("0192f0c1-7a3e-8b1c-9d55-6f2a41c0de01");
    private static final EmailAddress OFFICE = new EmailAddress("office@mp.example.org");
    private static final EmailAddress ADA = new EmailAddress("Ada+petitions@example.org");

    private static final String KEYS = "k1:" + "A".repeat(43) + "=";

    private static Composition from(String sender) {
        return from(sender, new BounceSettings(null, null, null));
    }

    private static Composition from(String sender, BounceSettings bounces) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", new JavaMailSenderImpl());
        var server = new MailServer(beans.getBeanProvider(JavaMailSenderImpl.class));
        var signing = new Signing(new SigningSettings(null, null, null), sender);
        return new Composition(server, sender, new ReturnPaths(bounces), signing, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static MimeMessage compose(@Nullable String name, String subject, String text) {
        return between(new Parties(ADA, name, null), subject, text);
    }

    private static MimeMessage between(Parties parties, String subject, String text) {
        return from("Rushlight <no-reply@mail.example.org>")
                .compose(MAIL, parties, new Words("en", subject, text, "<p>" + text + "</p>"));
    }

    private static MimeMessage inTheNameOf(String writer) {
        return between(new Parties(OFFICE, "Dr Example", new Writer(writer, ADA)), "Subject", "text");
    }

    private static String raw(MimeMessage message) {
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String headersOf(MimeMessage message) {
        var raw = raw(message);
        return raw.substring(0, raw.indexOf("\r\n\r\n"));
    }

    @Test
    void aMailHasAllThatAGoodMailHas() throws MessagingException, IOException {
        var mail = compose("Ada Lovelace", "Please confirm", "Hello Ada\n\nhttps://actions.example.org/x\n");

        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + MAIL + "@mail.example.org>");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("no-reply@mail.example.org"));
        assertThat(mail.getHeader("To")).containsExactly("Ada Lovelace <Ada+petitions@example.org>");
        assertThat(mail.getSentDate()).isEqualTo(NOW);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("en");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void filesGoBehindTheWordsWithTheirOwnType() throws MessagingException, IOException {
        var calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        var mail = from("no-reply@mail.example.org")
                .compose(
                        MAIL,
                        new Parties(ADA, null, null),
                        new Words("en", "Your place", "text", "<p>text</p>"),
                        List.of(
                                new Attachment("a.ics", "text/calendar; charset=utf-8; method=REQUEST", calendar),
                                new Attachment("t\r\nX: y.png", "image/png", new byte[] {1, 2, 3})));
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(((MimeMultipart) parts.getBodyPart(0).getContent()).getContentType())
                .startsWith("multipart/alternative");
        var file = parts.getBodyPart(1);
        assertThat(file.getContentType()).contains("text/calendar", "charset=utf-8", "method=REQUEST");
        assertThat(file.getFileName()).isEqualTo("a.ics");
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(calendar);
        assertThat(parts.getBodyPart(2).getInputStream().readAllBytes()).containsExactly(1, 2, 3);
        assertThat(raw(mail)).doesNotContain("\r\nX: y");
    }

    @Test
    void aPlainEnglishMailTravelsReadable() {
        assertThat(raw(compose("Ada", "Please confirm", "Open this:\n\nhttps://example.org/p?t=k1.AbC\n")))
                .contains("\nOpen this:\n\nhttps://example.org/p?t=k1.AbC\n");
    }

    @Test
    void everyScriptArrivesAsItWas() throws MessagingException, IOException {
        var mail = compose("Zoë 王小明", "Änderung – наконец", "Grüße, 世界\n");

        assertThat(mail.getSubject()).isEqualTo("Änderung – наконец");
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo("Zoë 王小明");
        assertThat(((MimeMultipart) mail.getContent()).getBodyPart(0).getContent())
                .isEqualTo("Grüße, 世界\n");
        assertThat(headersOf(mail).chars()).allMatch(c -> c < 128);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve\r\nBcc: all@example.org",
                "Eve\nBcc: all@example.org",
                "Eve\rBcc: all@example.org",
                "Eve\u0085Bcc: all@example.org",
                "Eve\u2028Bcc: all@example.org",
                "Eve\r\n\r\n<b>body</b>",
                "Eve\u0000\r\n Bcc: all@example.org",
                "Eve\" <all@example.org>, \"",
                "Eve, Bob <bob@example.org>",
                "Eve\u2029Bcc: all@example.org",
                "Eve\u560d\u560aBcc: all@example.org",
                "Eve\u560aBcc: all@example.org\u560a\u560a<b>body</b>",
                "Eve\ud83d\r\nBcc: all@example.org",
                "=?utf-8?Q?Eve=0D=0ABcc:_all@example.org?=",
                "=?=?utf-8?B?RXZlDQpCY2M6IGFsbEBleGFtcGxlLm9yZw==?="
            })
    void noNameAndNoSubjectWritesAHeader(String evil) throws MessagingException {
        var mail = compose(evil, evil.replaceAll("[\\p{Cc}\\p{Z}]+", " "), "text");

        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(header -> header.getName().toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder(
                        "from",
                        "to",
                        "subject",
                        "date",
                        "message-id",
                        "mime-version",
                        "content-type",
                        "content-language",
                        "auto-submitted",
                        "x-auto-response-suppress");
        assertThat(headersOf(mail).lines())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("bcc"));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("Ada+petitions@example.org"));
        assertThat(InternetAddress.parse(mail.getHeader("To")[0])).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve\r\nBcc: all@example.org",
                "Eve\u2028Bcc: all@example.org",
                "Eve\u560d\u560aBcc: all@example.org",
                "Eve\" <all@example.org>, \"",
                "Eve, Bob <bob@example.org>",
                "=?utf-8?Q?Eve=0D=0ABcc:_all@example.org?=",
                "\u202eeve",
                "Zoë \u560a王小明"
            })
    void noWriterWritesAHeaderOrSendsFromAnotherAddress(String evil) throws MessagingException {
        var mail = inTheNameOf(evil);

        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(header -> header.getName().toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder(
                        "from",
                        "reply-to",
                        "to",
                        "subject",
                        "date",
                        "message-id",
                        "mime-version",
                        "content-type",
                        "content-language");
        assertThat(headersOf(mail).chars()).allMatch(c -> c == '\r' || c == '\n' || c == '\t' || c >= 32 && c < 127);
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("no-reply@mail.example.org"));
        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("Ada+petitions@example.org"));
        var shown = ((InternetAddress) mail.getFrom()[0]).getPersonal();
        assertThat(shown).doesNotContainPattern("[\\p{Cc}\u2028\u2029\u202e]").doesNotContain("=?");
    }

    @Test
    void aLetterShowsItsWriterAndAsksForAnswersToThem() throws MessagingException {
        var mail = inTheNameOf("Zoë Müller");

        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Zoë Müller");
        assertThat(((InternetAddress) mail.getReplyTo()[0]).getPersonal()).isEqualTo("Zoë Müller");
        assertThat(mail.getHeader("To")).containsExactly("Dr Example <office@mp.example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
    }

    @Test
    void aReturnPathSaysWhichMailItIsOf() {
        var mail = (SMTPMessage) from("no-reply@example.org", new BounceSettings("bounces@example.org", KEYS, null))
                .compose(MAIL, new Parties(ADA, null, null), new Words("en", "s", "t", "h"));

        assertThat(mail.getEnvelopeFrom()).startsWith("bounces+0192f0c17a3e8b1c9d556f2a41c0de01.");
    }

    @Test
    void withoutTheSettingTheReturnPathIsTheSendersOwn() {
        assertThat(((SMTPMessage) compose("Ada", "s", "t")).getEnvelopeFrom()).isNull();
    }

    @Test
    void theSameMailAlwaysHasTheSameMessageId() throws MessagingException {
        assertThat(compose("a", "one", "x").getHeader("Message-ID"))
                .isEqualTo(compose(null, "two", "y").getHeader("Message-ID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b\r\nBcc: c@d", "two@example.org, three@example.org"})
    void aSenderThatIsNoAddressIsRefusedAtTheStart(String sender) {
        assertThatIllegalArgumentException().isThrownBy(() -> from(sender)).withMessageContaining("CLARION_MAIL_FROM");
    }
}
