package org.clarion.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailPageTests {

    private static final String MAIL = """
            From: Northgate Rights <campaigns@example.org>
            To: sam@example.org
            Subject: Confirm <b>your</b> signature
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=x

            --x
            Content-Type: text/plain; charset=UTF-8

            Open http://localhost:8080/confirm?a=1&b=2 please.
            --x
            Content-Type: text/html; charset=UTF-8

            <p>Open <a href="http://localhost:8080/confirm">this</a></p>
            --x--
            """.replace("\n", "\r\n");

    private final MailShelf shelf = MailShelf.inMemory();
    private final HttpClient http = HttpClient.newHttpClient();
    private MailPage page;

    @BeforeEach
    void start() throws Exception {
        page = MailPage.start(shelf, Ports.orFree(0));
    }

    @AfterEach
    void stop() {
        page.close();
        http.close();
    }

    @Test
    void saysWhatToExpectWhileThereIsNoMail() throws Exception {
        assertThat(get("/").body()).contains("No mail yet");
    }

    @Test
    void listsTheLatestFirstAndEscapesWhatMailsSay() throws Exception {
        keep(MAIL);
        keep(MAIL.replace("Confirm", "Later"));

        var list = get("/").body();
        assertThat(list).contains("2 mails so far").contains("Confirm &lt;b&gt;your&lt;/b&gt; signature");
        assertThat(list.indexOf("Later")).isLessThan(list.indexOf("Confirm"));
    }

    @Test
    void showsTextWithLinksAndHtmlInASandbox() throws Exception {
        keep(MAIL);

        assertThat(get("/mails/1").body())
                .contains("<a href=\"http://localhost:8080/confirm?a=1&amp;b=2\">")
                .contains("sandbox=");
        var framed = get("/mails/1/html");
        assertThat(framed.body()).contains("<p>Open <a href=\"http://localhost:8080/confirm\">this</a></p>");
        assertThat(framed.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(get("/mails/1/raw").body()).isEqualTo(MAIL);
    }

    @Test
    void knowsWhatItDoesNotHave() throws Exception {
        assertThat(get("/mails/7").statusCode()).isEqualTo(404);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void answersOnlyUnderANameOfThisMachine() throws Exception {
        keep(MAIL);
        try (var socket = new java.net.Socket("127.0.0.1", page.port())) {
            socket.getOutputStream()
                    .write("GET /mails/1 HTTP/1.1\r\nHost: rebound.example.org\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("confirm");
        }
    }

    private void keep(String mail) throws Exception {
        shelf.keep(
                Instant.EPOCH,
                "campaigns@example.org",
                List.of("sam@example.org"),
                mail.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + page.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
