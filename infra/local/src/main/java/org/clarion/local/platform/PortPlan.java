package org.clarion.local.platform;

import java.util.Map;

/** Where everything listens on loopback: fixed offsets from the gateway's port. */
public record PortPlan(int base) {

    private static final int HIGHEST_BASE = 65_000;

    public static PortPlan of(Map<String, String> environment) {
        var given = environment.getOrDefault("CLARION_PORT_BASE", "8080");
        try {
            var base = Integer.parseInt(given.strip());
            if (base > 1023 && base <= HIGHEST_BASE) {
                return new PortPlan(base);
            }
        } catch (NumberFormatException _) {
            // Told below, like any other value that is no port.
        }
        throw new PlatformTrouble(
                "CLARION_PORT_BASE is \"%s\"; it needs a port from 1024 to %d.".formatted(given, HIGHEST_BASE));
    }

    public int of(Service service) {
        return base + service.offset();
    }

    static int management(int port) {
        return port + 10;
    }

    public int mailPage() {
        return base + 9;
    }

    public int mongodb() {
        return base + 20;
    }

    public int kafka() {
        return base + 21;
    }

    public int kafkaController() {
        return base + 22;
    }

    public int smtp() {
        return base + 25;
    }
}
