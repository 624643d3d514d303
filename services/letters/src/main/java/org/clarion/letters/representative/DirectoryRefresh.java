package org.clarion.letters.representative;

import java.time.Clock;
import java.time.Duration;
import org.clarion.letters.sheet.BrokenSheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the live source once a day, on one instance of however many there are. */
@Component
class DirectoryRefresh {

    private static final Logger log = LoggerFactory.getLogger(DirectoryRefresh.class);
    private static final String REFRESH = "refresh";

    private final MemberSources sources;
    private final MemberSettings settings;
    private final Directory directory;
    private final DirectoryRuns runs;
    private final Clock clock;

    DirectoryRefresh(
            MemberSources sources, MemberSettings settings, Directory directory, DirectoryRuns runs, Clock clock) {
        this.sources = sources;
        this.settings = settings;
        this.directory = directory;
        this.runs = runs;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${letters.members.look-every:5m}", initialDelayString = "30s")
    void refreshIfDue() {
        sources.live().ifPresent(this::refreshIfDue);
    }

    private void refreshIfDue(MemberSource source) {
        try {
            var now = clock.instant();
            if (runs.take(REFRESH, now, now.plus(settings.patience()).plus(Duration.ofHours(1)))) {
                runs.free(REFRESH, now.plus(refresh(source) ? settings.every() : settings.again()));
            }
        } catch (DataAccessException e) {
            log.warn("The directory could not be refreshed, the next look may succeed: {}", e.toString());
        }
    }

    private boolean refresh(MemberSource source) {
        try {
            var run = directory.update(source, null, false).run();
            log.info(
                    "The directory of members was read from {}: {} changes",
                    source.name(),
                    run == null ? 0 : run.changes());
            return true;
        } catch (SourceTrouble | DirectoryRefusal | BrokenSheet e) {
            log.warn("The directory of members was not refreshed from {}: {}", source.name(), e.getMessage());
            return false;
        }
    }
}
