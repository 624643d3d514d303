package org.clarion.notifications.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.clarion.notifications.mail.Mail.Status;
import org.clarion.notifications.mail.Mails;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How many mails there are in each state, as metric {@code clarion.mails}; counted at most every few seconds. */
@Component
class MailStates {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Counted(Instant at, Map<Status, Long> mails) {}

    private final Mails mails;
    private final Clock clock;
    private volatile Counted last = new Counted(Instant.EPOCH, Map.of());

    MailStates(Mails mails, Clock clock, MeterRegistry metrics) {
        this.mails = mails;
        this.clock = clock;
        for (var status : Status.values()) {
            Gauge.builder("clarion.mails", () -> gauge(status))
                    .tag("state", status.wireName())
                    .description("Mails by state")
                    .register(metrics);
        }
    }

    private double gauge(Status status) {
        try {
            return recent().getOrDefault(status, 0L);
        } catch (DataAccessException e) {
            return Double.NaN; // not known, which is not zero
        }
    }

    private synchronized Map<Status, Long> recent() {
        var now = clock.instant();
        if (now.isAfter(last.at().plus(FRESH))) {
            last = new Counted(now, mails.counts());
        }
        return last.mails();
    }
}
