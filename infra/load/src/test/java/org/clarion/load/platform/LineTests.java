package org.clarion.load.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineTests {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private Line line;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        line = new Line(URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        server.close();
    }

    @Test
    void keepsItsConnection() throws IOException {
        connection("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", "HTTP/1.1 202 \r\nContent-Length: 0\r\n\r\n");

        assertThat(line.get("/a?b=c", Map.of("Accept", "text/html")).body()).isEqualTo("hi");
        assertThat(line.post("/d", Map.of(), "ü").status()).isEqualTo(202);

        assertThat(requests.getFirst())
                .startsWith("GET /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:")
                .contains("Accept: text/html\r\n");
        assertThat(requests.getLast()).startsWith("POST /d HTTP/1.1\r\n").contains("Content-Length: 2\r\n");
    }

    @Test
    void putsChunksTogether() throws IOException {
        connection(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n");

        assertThat(line.get("/", Map.of()).body()).isEqualTo("abc0123456789");
    }

    @Test
    void asksOnceMoreWhenAKeptConnectionHasGone() throws IOException {
        connection("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1");
        assertThat(line.get("/1", Map.of()).body()).isEqualTo("1");
        connection("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n2");

        assertThat(line.get("/2", Map.of()).body()).isEqualTo("2");
    }

    @Test
    void doesNotTakeHalfAnAnswerForAWhole() throws IOException {
        connection("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");

        assertThatThrownBy(() -> line.get("/", Map.of())).isInstanceOf(IOException.class);
    }

    /** Takes one connection, gives the answers one by one, and hangs up. */
    private void connection(String... answers) {
        Thread.ofVirtual().start(() -> {
            try (var socket = server.accept()) {
                for (var answer : answers) {
                    var buffer = new byte[8192];
                    int length = socket.getInputStream().read(buffer);
                    requests.add(new String(buffer, 0, Math.max(length, 0), StandardCharsets.UTF_8));
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException closedByTheTest) {
                requests.add("");
            }
        });
    }
}
