package org.clarion.gateway.lapse;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes every hour what has lapsed. Whatever it misses is refused all the same, because its time is checked. */
@Component
class Clearance {

    private static final Logger log = LoggerFactory.getLogger(Clearance.class);

    private final List<Lapsing> all;
    private final Clock clock;

    Clearance(List<Lapsing> all, Clock clock) {
        this.all = all;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "1m")
    void clear() {
        for (var each : all) {
            try {
                log.info("Removed {} {}", each.removeLapsed(clock.instant()), each.what());
            } catch (DataAccessException e) {
                log.warn(
                        "{} stay until the store is back: {}",
                        each.what(),
                        e.getClass().getSimpleName());
            }
        }
    }
}
