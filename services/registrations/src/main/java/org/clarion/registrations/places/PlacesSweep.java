package org.clarion.registrations.places;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after places of which an hour has come, and after decisions that were never taken because somebody ended in the middle. */
@Component
class PlacesSweep {

    private static final Logger log = LoggerFactory.getLogger(PlacesSweep.class);
    private static final int AT_ONCE = 200;

    private final PlacesStore store;
    private final PlacesDesk desk;
    private final PlacesSettings settings;
    private final Clock clock;

    PlacesSweep(PlacesStore store, PlacesDesk desk, PlacesSettings settings, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${registrations.places.sweep-every:1s}", initialDelayString = "3s")
    void sweepAndSay() {
        try {
            sweep();
        } catch (DataAccessException e) {
            log.warn("Places could not be looked through, the next look may succeed: {}", e.toString());
        }
    }

    void sweep() {
        var now = clock.instant();
        store.due(now, AT_ONCE).forEach(desk::look);
        store.owedSince(now.minus(settings.sweepAfter()), AT_ONCE).forEach(desk::look);
    }
}
