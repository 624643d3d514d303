package org.clarion.gateway.forwarding;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Addresses a request to the service that its route names, path and query exactly as they came. The library's own way
 * reads a form as parameters and would write its fields into the address.
 */
@Component
class Forwarding extends ProxyExchangeHandlerFunction {

    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final ProxyExchange calls;

    Forwarding(
            ProxyExchange calls,
            ObjectProvider<RequestHttpHeadersFilter> requestHeaders,
            ObjectProvider<ResponseHttpHeadersFilter> responseHeaders) {
        super(calls, requestHeaders, responseHeaders);
        this.calls = calls;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        var service = (URI) request.attribute(MvcUtils.GATEWAY_REQUEST_URL_ATTR).orElseThrow();
        var incoming = request.servletRequest();
        var query = incoming.getQueryString();
        var address = "http://" + service.getRawAuthority() + incoming.getRequestURI();
        return calls.exchange(calls.request(request)
                .uri(URI.create(query == null ? address : address + '?' + mended(query)))
                .build());
    }

    /** A newsletter's {@code ?utm_campaign=50%off} is no escape, and yet leads people here. */
    private static String mended(String query) {
        return STRAY_PERCENT.matcher(query).replaceAll("%25");
    }
}
