package org.clarion.local.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The services. A new one is a line here, and its own folder. */
public enum Service {
    GATEWAY(0, 320, true),
    PETITIONS(1, 256, false),
    NOTIFICATIONS(2, 192, true),
    CAMPAIGNS(3, 320, false),
    LETTERS(4, 256, false),
    REGISTRATIONS(5, 256, false);

    private final int offset;
    private final int heap;
    private final boolean issuer;

    Service(int offset, int heap, boolean issuer) {
        this.offset = offset;
        this.heap = heap;
        this.issuer = issuer;
    }

    public static Optional<Service> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.id().equals(name))
                .findFirst();
    }

    /** Its name everywhere: folder, database, log, address. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From the base port. */
    int offset() {
        return offset;
    }

    /** Largest heap in MiB. */
    int heap() {
        return heap;
    }

    /** Whether it signs tokens for calls to other services. */
    boolean issuesTokens() {
        return issuer;
    }
}
