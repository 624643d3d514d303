package org.clarion.load.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextTests {

    private static final String LINK = "http://localhost:8080/petitions/confirm/k1.AbC_d-E=x";

    @Test
    void readsPlainMail() {
        assertThat(MailText.of("Subject: Hello\r\n\r\nOpen " + LINK + "\r\n"))
                .get()
                .asString()
                .contains(LINK);
    }

    @Test
    void putsQuotedPrintableLinesTogether() {
        var quoted =
                "Content-Type: text/plain;\r\n charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                        + "Si=C3=B4n, open http://localhost:8080/petitions/con=\r\nfirm/k1.AbC_d-E=3Dx\r\n";

        assertThat(MailText.of(quoted)).get().asString().contains(LINK).contains("Siôn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void findsThePlainPartAmongOthers(String newline) {
        var base64 = Base64.getMimeEncoder(76, newline.getBytes()).encodeToString(("Open " + LINK).getBytes());
        var mail = """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="outer"

                --outer
                Content-Type: multipart/alternative;
                 boundary=inner

                --inner
                Content-Type: text/html; charset=UTF-8

                <a href="http://localhost/other">x</a>
                --inner
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: base64

                %s
                --inner--
                --outer--
                """.formatted(base64).replace("\n", newline);

        assertThat(MailText.of(mail)).contains("Open " + LINK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no headers", "Content-Type: text/html\r\n\r\n<p>", "Content-Type: multipart/mixed\r\n\r\nx"
            })
    void elsewhereThereIsNone(String mail) {
        assertThat(MailText.of(mail)).isEmpty();
    }
}
