package org.clarion.gateway.forwarding;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer on its way out. A stream goes on as it comes, piece by piece. */
class Answer implements ServerResponse {

    private static final int PIECE = 8192;
    private static final int BEAT = 1024;

    private final HttpUriRequestBase sent;
    private final ClassicHttpResponse received;
    private final HttpHeaders headers = new HttpHeaders();
    private final Runnable atTheEnd;

    /** @param atTheEnd what to do when all of it is on its way, or nothing more will be */
    Answer(HttpUriRequestBase sent, ClassicHttpResponse received, Runnable atTheEnd) {
        this.sent = sent;
        this.received = received;
        this.atTheEnd = atTheEnd;
        for (var header : received.getHeaders()) {
            if (Headers.passesOutwards(header.getName())) {
                headers.add(header.getName(), header.getValue());
            }
        }
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(received.getCode());
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try (received) {
            response.setStatus(received.getCode());
            headers.forEach((name, values) -> {
                response.setHeader(name, values.getFirst());
                values.stream().skip(1).forEach(value -> response.addHeader(name, value));
            });
            var entity = received.getEntity();
            if (entity != null) {
                copy(entity.getContent(), response.getOutputStream(), isStream(received));
            }
        } finally {
            atTheEnd.run();
        }
        return null;
    }

    static boolean isStream(ClassicHttpResponse received) {
        var type = received.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.getValue().startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    private void copy(InputStream from, OutputStream to, boolean flush) throws IOException {
        var piece = new byte[flush ? BEAT : PIECE];
        try {
            for (int got = from.read(piece); got >= 0; got = from.read(piece)) {
                to.write(piece, 0, got);
                if (flush) {
                    to.flush();
                }
            }
        } catch (IOException e) {
            // The viewer has left: so that the service notices too. Closing alone would read a stream on to its end.
            sent.cancel();
            throw e;
        }
    }
}
