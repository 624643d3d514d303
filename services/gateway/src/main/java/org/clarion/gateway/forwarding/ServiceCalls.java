package org.clarion.gateway.forwarding;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.coyote.BadRequestException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.clarion.gateway.session.StaffGate;
import org.clarion.servicedefaults.problems.PayloadTooLarge;
import org.clarion.servicedefaults.problems.Problem;
import org.clarion.servicedefaults.tokens.Staff;
import org.clarion.servicedefaults.tokens.TokenIssuer;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.function.ServerResponse;

/** Calls the service and says honestly when it cannot be reached, or when nobody knows what became of a change. */
@Component
class ServiceCalls implements ProxyExchange {

    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    private final HttpClient http;
    private final TokenIssuer tokens;
    private final Semaphore streams;

    ServiceCalls(HttpClient http, TokenIssuer tokens, ForwardingSettings settings) {
        this.http = http;
        this.tokens = tokens;
        this.streams = new Semaphore(settings.streams());
    }

    @Override
    public ServerResponse exchange(Request request) {
        var incoming = request.getServerRequest().servletRequest();
        var uri = Objects.requireNonNull(request.getUri());
        try {
            var service = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
            var outgoing = outgoing(incoming, uri);
            return answer(outgoing, http.executeOpen(service, outgoing, null));
        } catch (PayloadTooLarge e) {
            throw refused(Problem.TOO_LARGE, e);
        } catch (BadRequestException e) {
            throw refused(Problem.MALFORMED, e); // what the client sent broke off or is no HTTP
        } catch (ConnectException
                | ConnectTimeoutException
                | ConnectionRequestTimeoutException
                | NoRouteToHostException
                | UnknownHostException e) {
            throw refused(Problem.UNAVAILABLE, e);
        } catch (IOException e) {
            throw refused(CHANGE_NOTHING.contains(incoming.getMethod()) ? Problem.UNAVAILABLE : Problem.NO_ANSWER, e);
        }
    }

    private Answer answer(HttpUriRequestBase outgoing, ClassicHttpResponse received) {
        if (!Answer.isStream(received)) {
            return new Answer(outgoing, received, () -> {});
        }
        if (!streams.tryAcquire()) {
            outgoing.cancel();
            throw new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, Problem.UNAVAILABLE.detail(), null);
        }
        return new Answer(outgoing, received, streams::release);
    }

    private HttpUriRequestBase outgoing(HttpServletRequest incoming, URI uri) throws IOException {
        var outgoing = new HttpUriRequestBase(incoming.getMethod(), uri);
        for (var name : Collections.list(incoming.getHeaderNames())) {
            if (Headers.passesInwards(name)) {
                Collections.list(incoming.getHeaders(name)).forEach(value -> outgoing.addHeader(name, value));
            }
        }
        if (incoming.getAttribute(StaffGate.STAFF) instanceof Staff staff) {
            var service = Objects.toString(incoming.getAttribute(MvcUtils.GATEWAY_ROUTE_ID_ATTR));
            outgoing.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.forStaff(service, staff));
        }
        var length = incoming.getContentLengthLong();
        if (length >= 0 || incoming.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            // Read to its end first: a body that breaks off or grows too long must not reach the service as a shorter
            // one.
            var body = incoming.getInputStream().readAllBytes();
            outgoing.setEntity(new ByteArrayEntity(body, null)); // its type goes along as the header that it came in
        }
        return outgoing;
    }

    private static ErrorResponseException refused(Problem problem, IOException cause) {
        return new ErrorResponseException(HttpStatus.valueOf(problem.status().value()), problem.detail(), cause);
    }
}
