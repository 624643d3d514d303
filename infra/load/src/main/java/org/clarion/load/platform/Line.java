package org.clarion.load.platform;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection kept open, for one thread. As little as possible, because what a measuring tool burns is missing to
 * the platform that it measures: about a tenth of what the JDK's client takes.
 */
final class Line implements AutoCloseable {

    /** @param headers names in lower case */
    record Answer(int status, Map<String, String> headers, String body) {}

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int LONGEST_LINE = 16_384;

    private final URI origin;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Line(URI origin) {
        this.origin = origin;
    }

    Answer get(String path, Map<String, String> headers) throws IOException {
        return send("GET", path, headers, null);
    }

    Answer post(String path, Map<String, String> headers, String body) throws IOException {
        return send("POST", path, headers, body);
    }

    /** A kept connection may have been closed by the other side meanwhile; then once more on a new one. */
    private Answer send(String method, String path, Map<String, String> headers, @Nullable String body)
            throws IOException {
        var request = bytes(method, path, headers, body);
        boolean kept = socket != null;
        try {
            return exchange(request);
        } catch (SocketTimeoutException e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            if (kept) {
                return exchange(request);
            }
            throw e;
        }
    }

    private byte[] bytes(String method, String path, Map<String, String> headers, @Nullable String body) {
        var content = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(origin.getAuthority())
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body != null) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        var request = new ByteArrayOutputStream(head.length() + content.length + 2);
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(content);
        return request.toByteArray();
    }

    private Answer exchange(byte[] request) throws IOException {
        var connected = connected();
        connected.getOutputStream().write(request);
        var stream = Objects.requireNonNull(in);
        var status = line(stream).split(" ", 3);
        var headers = headers(stream);
        var body = body(stream, Integer.parseInt(status[1]), headers);
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Answer(Integer.parseInt(status[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private Socket connected() throws IOException {
        var open = socket;
        if (open == null) {
            boolean secure = "https".equals(origin.getScheme());
            int port = origin.getPort() > 0 ? origin.getPort() : secure ? 443 : 80;
            open = secure ? SSLSocketFactory.getDefault().createSocket() : new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(TIMEOUT_MILLIS);
            open.connect(new InetSocketAddress(origin.getHost(), port), TIMEOUT_MILLIS);
            in = new BufferedInputStream(open.getInputStream(), 8192);
            socket = open;
        }
        return open;
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, int status, Map<String, String> headers) throws IOException {
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks(in);
        }
        var length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(in, Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.writeBytes(exactly(in, size));
            line(in);
        }
        while (!line(in).isEmpty()) {
            // Trailers say nothing here.
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer was cut short");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("the answer was cut short");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        var open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyGone) {
                return;
            }
        }
    }
}
