package org.clarion.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Where a request really comes from. What a client claims about itself counts only behind a trusted proxy. */
@Component
class ClientAddress {

    private final List<IpAddressMatcher> trusted;

    ClientAddress(EdgeSettings settings) {
        this.trusted =
                settings.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }

    /** What limits count by: an IPv4 address, or the network of an IPv6 one, since a household owns a whole one. */
    String of(HttpServletRequest request) {
        var nearest = request.getRemoteAddr();
        if (isTrusted(nearest)) {
            var hops = Arrays.stream(String.join(",", headers(request)).split(","))
                    .map(String::strip)
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
