package org.clarion.local.platform;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The settings of a service, as environment variables. What the user's own environment says goes first, ports apart. */
final class ServiceEnvironment {

    private final Platform platform;
    private final Secrets secrets;
    private final Map<String, String> given;

    ServiceEnvironment(Platform platform, Secrets secrets, Map<String, String> given) {
        this.platform = platform;
        this.secrets = secrets;
        this.given = given;
    }

    Map<String, String> of(Service service, String instance, int port) {
        var settings = new HashMap<String, String>();
        settings.put("CLARION_PUBLIC_URL", platform.publicUrl().toString());
        settings.put("CLARION_TOKENS_TRUSTED", secrets.trusted());
        if (service.issuesTokens()) {
            settings.put("CLARION_TOKENS_KEY", secrets.signingKey(service.id()).toJson());
        }
        for (var other : Service.values()) {
            settings.put(
                    "CLARION_SERVICES_" + other.name().toUpperCase(Locale.ROOT),
                    platform.url(other).toString());
        }
        if (service == Service.GATEWAY) {
            frontDoor(settings);
        } else {
            settings.put("CLARION_SUPPORTERS_PSEUDONYM_KEY", secrets.supporterKey("supporters-pseudonym"));
            settings.put("CLARION_SUPPORTERS_LINK_KEY", secrets.supporterKey("supporters-link"));
        }
        if (service == Service.NOTIFICATIONS) {
            settings.put("NOTIFICATIONS_BOUNCES_RETURNPATH", "bounces@example.org");
            settings.put("NOTIFICATIONS_BOUNCES_KEYS", secrets.supporterKey("return-path"));
        }
        if (service == Service.LETTERS) {
            atOnceOnAnyDay(settings);
        }
        settings.put("CLARION_PLACES_FILE", platform.home().places().toString());
        settings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", platform.bootstrapServers());
        settings.put(
                "SPRING_KAFKA_STREAMS_STATE_DIR",
                platform.home().data().resolve("streams").resolve(instance).toString());
        if (platform.catchesMail()) {
            settings.put("SPRING_MAIL_HOST", "127.0.0.1");
            settings.put("SPRING_MAIL_PORT", Integer.toString(platform.ports().smtp()));
        }
        settings.keySet().removeAll(given.keySet());

        settings.put("SPRING_MONGODB_URI", platform.mongoUri(service));
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(PortPlan.management(port)));
        // glibc gives every thread a heap of its own; two are enough here and save tens of megabytes a process.
        settings.put("MALLOC_ARENA_MAX", "2");
        return settings;
    }

    private static void frontDoor(Map<String, String> settings) {
        settings.put("CLARION_STAFF_ADMINS", Platform.FIRST_ADMIN);
        settings.put("CLARION_STAFF_LOCAL_LINKS", "true");
        // One address signs for thousands here: `replay` and `rush`.
        settings.put("CLARION_LIMITS_POSTS", "1000000/1m");
        settings.put("CLARION_LIMITS_POSTSPERACTION", "1000000/1m");
        settings.put("CLARION_LIMITS_SIGNINS", "1000/1m");
        settings.put("CLARION_LIMITS_LINKSPERMEMBER", "1000/1m");
    }

    /** Nobody waits for a Monday morning to see where a letter goes. */
    private static void atOnceOnAnyDay(Map<String, String> settings) {
        settings.put("LETTERS_DELIVERY_PERHOUR", "1000");
        settings.put("LETTERS_DELIVERY_FROMHOUR", "0");
        settings.put("LETTERS_DELIVERY_UNTILHOUR", "24");
        settings.put("LETTERS_DELIVERY_WEEKENDS", "true");
        settings.put("LETTERS_DELIVERY_SPREAD", "false");
        settings.put("LETTERS_DELIVERY_JITTER", "0");
        settings.put("LETTERS_DELIVERY_EVERY", "1s");
    }

    /** One server, a database for each service; who signs in is known where the server's own address says. */
    static String database(String server, String name) {
        var uri = URI.create(server);
        var query = Objects.requireNonNullElse(uri.getRawQuery(), "");
        if (uri.getRawAuthority().contains("@")
                && !query.contains("authSource=")
                && !query.contains("authMechanism=")) {
            var known = Objects.requireNonNullElse(uri.getRawPath(), "").replaceFirst("^/", "");
            query += (query.isEmpty() ? "" : "&") + "authSource=" + (known.isEmpty() ? "admin" : known);
        }
        return "%s://%s/%s%s"
                .formatted(uri.getScheme(), uri.getRawAuthority(), name, query.isEmpty() ? "" : "?" + query);
    }
}
