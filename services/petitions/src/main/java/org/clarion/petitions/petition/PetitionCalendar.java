package org.clarion.petitions.petition;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes petitions when their time has come. Signing ends at that time anyway; this tells everybody else. */
@Component
class PetitionCalendar {

    private static final Logger log = LoggerFactory.getLogger(PetitionCalendar.class);

    private final Petitions petitions;
    private final Clock clock;

    PetitionCalendar(Petitions petitions, Clock clock) {
        this.petitions = petitions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${petitions.petitions.close-every:10s}", initialDelayString = "5s")
    void closeInTime() {
        var now = clock.instant();
        try {
            for (var due : petitions.dueToClose(now)) {
                petitions.change(due.id(), petition -> petition.closeInTime(now));
                log.info("Petition {} has closed: its time had come", due.id());
            }
        } catch (DataAccessException e) {
            log.warn("Petitions could not be closed in time, the next try may succeed: {}", e.toString());
        }
    }
}
