package org.clarion.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Where a request really comes from. What a client claims about itself counts only behind a trusted proxy. */
@Component
class ClientAddress {

    private static final Logger log = LoggerFactory.getLogger(ClientAddress.class);

    /** As some proxies tell it: {@code 203.0.113.7:5678}, {@code [2001:db8::7]:5678}. */
    private static final Pattern WITH_PORT = Pattern.compile("^(?:([0-9.]+):\\d+|\\[([^]]*)](?::\\d+)?)$");

    private final List<IpAddressMatcher> trusted;
    private final AtomicBoolean warned = new AtomicBoolean();

    ClientAddress(EdgeSettings settings) {
        this.trusted =
                settings.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }

    /** What limits count by: an IPv4 address, or the network of an IPv6 one, since a household owns a whole one. */
    String of(HttpServletRequest request) {
        var nearest = request.getRemoteAddr();
        var forwarded = String.join(",", headers(request));
        if (!isTrusted(nearest)) {
            warnOf(nearest, forwarded);
        } else {
            var hops = Arrays.stream(forwarded.split(","))
                    .map(hop -> WITH_PORT.matcher(hop.strip()).replaceFirst("$1$2"))
                    .filter(hop -> !hop.isEmpty())
                    .toList()
                    .reversed();
            for (var hop : hops) {
                if (!isLiteral(hop)) {
                    break;
                }
                nearest = hop;
                if (!isTrusted(hop)) {
                    break;
                }
            }
        }
        return network(nearest);
    }

    /** Once: behind a proxy that is not trusted, everybody would count as one. */
    private void warnOf(String peer, String forwarded) {
        if (!forwarded.isEmpty() && !warned.getAndSet(true)) {
            log.warn(
                    "{} forwards requests for others and is not trusted, so all of them share its limits."
                            + " If it is your proxy, name it in CLARION_EDGE_TRUSTEDPROXIES.",
                    peer);
        }
    }

    private static List<String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaders("X-Forwarded-For"));
    }

    private boolean isTrusted(String address) {
        return !trusted.isEmpty() && trusted.stream().anyMatch(proxy -> proxy.matches(address));
    }

    /** Only literals, because a name would be looked up. */
    private static boolean isLiteral(String address) {
        return address.chars().allMatch(c -> c == '.' || c == ':' || Character.digit(c, 16) >= 0)
                && address.chars().anyMatch(c -> c == '.' || c == ':');
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : address;
        } catch (UnknownHostException e) {
            return "unreadable"; // one bucket for all such
        }
    }
}
