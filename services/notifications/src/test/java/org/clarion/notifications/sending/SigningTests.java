package org.clarion.notifications.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.clarion.notifications.bounce.BounceSettings;
import org.clarion.notifications.bounce.ReturnPaths;
import org.clarion.notifications.sending.Parties.Writer;
import org.clarion.notifications.template.Words;
import org.clarion.servicedefaults.MissingSetting;
import org.clarion.supporters.EmailAddress;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SigningTests {

    private static final KeyPair KEYS = keys(2048);
    private static final String FROM = "Rushlight <no-reply@mail.example.org>";

    static KeyPair keys(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static MimeMessage compose(Signing signing, String subject, String text) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", new JavaMailSenderImpl());
        var composition = new Composition(
                new MailServer(beans.getBeanProvider(JavaMailSenderImpl.class)),
                FROM,
                new ReturnPaths(new BounceSettings("bounces@example.org", "k1:" + "A".repeat(43) + "=", null)),
                signing,
                Clock.fixed(Instant.parse("2026-11-24T14:32:00Z"), ZoneOffset.UTC));
        return composition.compose(
                UUID.fromString("0192f0c1-7a3e-8b1c-9d55-6f2a41c0de01"),
                new Parties(
                        new EmailAddress("office@mp.example.org"),
                        "Dr Example",
                        new Writer("Zoë Müller", new EmailAddress("zoe@example.org"))),
                new Words("en", subject, text, "<p>" + text + "</p>"));
    }

    private static Signing signing() {
        return new Signing(new SigningSettings(pem(KEYS), "s2026", null), FROM);
    }

    /** As it is on the wire: SMTP ends every line with CR LF. */
    private static byte[] raw(MimeMessage message) {
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(new CRLFOutputStream(bytes));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Ms Example,\n\nplease keep the Act.\n",
                "Grüße, 世界 \u560a\u560d\n",
                " leading and trailing \t \n\n\n\n",
                "x",
                ".\n..\nFrom here on\n-- \nAda\n"
            })
    void theSignatureHoldsForWhatIsSent(String text) {
        var mail = raw(compose(
                signing(),
                "A subject – of any kind, and long enough to be folded more than once " + "ü".repeat(90),
                text));

        assertThat(Dkim.verdict(mail, KEYS.getPublic())).isEqualTo("good");
        var tags = Dkim.tags(mail);
        assertThat(tags)
                .containsEntry("a", "rsa-sha256")
                .containsEntry("d", "mail.example.org")
                .containsEntry("s", "s2026");
        assertThat(tags.get("h").toLowerCase().split(":"))
                .contains("from", "to", "subject", "date", "reply-to", "message-id", "mime-version", "content-type");
    }

    @Test
    void aMailIsSignedAnewEachTimeItIsWritten() {
        var mail = compose(signing(), "Subject", "text\n");

        assertThat(Dkim.verdict(raw(mail), KEYS.getPublic())).isEqualTo("good");
        assertThat(raw(mail)).isEqualTo(raw(mail));
    }

    @Test
    void aChangedMailDoesNotHold() {
        var mail = new String(raw(compose(signing(), "Subject", "please keep the Act\n")), StandardCharsets.UTF_8);

        assertThat(Dkim.verdict(bytes(mail.replace("keep", "drop")), KEYS.getPublic()))
                .isEqualTo("another body");
        assertThat(Dkim.verdict(bytes(mail.replace("Subject: Subject", "Subject: Other")), KEYS.getPublic()))
                .isEqualTo("another header");
        assertThat(Dkim.verdict(bytes(mail.replace("zoe@example.org", "eve@example.org")), KEYS.getPublic()))
                .isEqualTo("another header");
        assertThat(Dkim.verdict(bytes(mail), keys(2048).getPublic())).isEqualTo("another header");
    }

    private static byte[] bytes(String mail) {
        return mail.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void signedOrNotItIsTheSameMail() throws MessagingException {
        var unsigned = new Signing(new SigningSettings(null, null, null), FROM);
        var plain = (SMTPMessage) compose(unsigned, "Subject", "text\n");
        var signed = (SMTPMessage) compose(signing(), "Subject", "text\n");

        assertThat(raw(plain)).asString().doesNotContain("DKIM-Signature");
        assertThat(signed.getEnvelopeFrom()).isEqualTo(plain.getEnvelopeFrom()).startsWith("bounces+");
        assertThat(signed.getMessageID()).isEqualTo("<0192f0c1-7a3e-8b1c-9d55-6f2a41c0de01@mail.example.org>");
        assertThat(signed.getFrom()).isEqualTo(plain.getFrom());
    }

    @Test
    void keysThatCannotSignAreRefusedAtTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signing(new SigningSettings("nonsense", "s", null), FROM))
                .withMessageContaining("NOTIFICATIONS_SIGNING_KEY")
                .withMessageNotContaining("nonsense");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signing(new SigningSettings(pem(keys(1024)), "s", null), FROM))
                .withMessageContaining("2048");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signing(new SigningSettings(pem(KEYS), "s", "example.net"), FROM))
                .withMessageContaining("NOTIFICATIONS_SIGNING_DOMAIN");
        assertThatThrownBy(() -> new Signing(new SigningSettings(pem(KEYS), null, null), FROM))
                .isInstanceOf(MissingSetting.class);
        assertThat(new SigningSettings(pem(KEYS), "s", null).toString()).doesNotContain("PRIVATE");
    }
}
