package org.clarion.load.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentMailTests {

    private static final String LETTER = """
            From: =?utf-8?Q?Zo=C3=AB_M=C3=BCller?= <letters@example.org>
            To: "Ada Vale" <member-1@mp.example.org>
            Cc: office@example.org
            Reply-To: =?utf-8?Q?Zo=C3=AB_M=C3=BCller?= <zoe@example.org>
            Subject: A bench
            Message-ID: <1@example.org>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Dear Dr Vale,

            Zo=C3=AB M=C3=BCller
            --b
            Content-Type: text/html; charset=utf-8

            <p>Dear Dr Vale,</p>
            --b--
            """;

    @TempDir
    private Path folder;

    @Test
    void isReadWhole() throws IOException {
        var archive = MailArchive.from(folder);
        Files.writeString(folder.resolve("00000001-member-1@mp.example.org.eml"), LETTER.replace("\n", "\r\n"));

        assertThat(archive.arrived(recipient -> recipient.startsWith("member-1@")))
                .containsExactly(new SentMail(
                        "member-1@mp.example.org",
                        List.of("member-1@mp.example.org", "office@example.org"),
                        "Ada Vale",
                        "Zoë Müller",
                        "zoe@example.org",
                        "<1@example.org>",
                        "A bench",
                        "Dear Dr Vale,\n\nZoë Müller"));
        assertThat(archive.arrived(recipient -> recipient.startsWith("somebody@")))
                .isEmpty();
    }

    @Test
    void answersGoToTheSenderWhereNothingElseIsSaid() throws IOException {
        var archive = MailArchive.from(folder);
        Files.writeString(
                folder.resolve("00000002-rosa@example.org.eml"),
                "From: us@example.org\r\nTo: rosa@example.org\r\nContent-Type: text/plain\r\n\r\nHello");

        assertThat(archive.arrived(any -> true))
                .containsExactly(
                        new SentMail("rosa@example.org", List.of("rosa@example.org"), "", "", null, "", "", "Hello"));
    }

    @Test
    void whatWasThereBeforeIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("00000001-rosa@example.org.eml"), "From: us@example.org\r\n\r\nHello");

        assertThat(MailArchive.from(folder).arrived(any -> true)).isEmpty();
    }
}
