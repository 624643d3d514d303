package org.clarion.gateway.forwarding;

import java.util.Locale;
import java.util.Set;

/** Which headers end here. Everything else passes as it came. */
final class Headers {

    private static final Set<String> OF_ONE_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** Identity and origin are the gateway's to say; {@code Accept-Encoding} because the gateway itself compresses. */
    private static final Set<String> NOT_INWARDS = Set.of(
            "host",
            "content-length",
            "expect",
            "authorization",
            "cookie",
            "accept-encoding",
            "forwarded",
            "via",
            "x-real-ip",
            "x-http-method-override",
            "x-original-url",
            "x-rewrite-url");

    /** Services set no cookies, and what browsers may do is said in one place. */
    private static final Set<String> NOT_OUTWARDS = Set.of(
            "set-cookie",
            "server",
            "date",
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "permissions-policy",
            "strict-transport-security");

    private Headers() {}

    static boolean passesInwards(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !OF_ONE_HOP.contains(lower) && !NOT_INWARDS.contains(lower) && !lower.startsWith("x-forwarded-");
    }

    static boolean passesOutwards(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !OF_ONE_HOP.contains(lower) && !NOT_OUTWARDS.contains(lower);
    }
}
