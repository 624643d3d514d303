package org.clarion.notifications.sending;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clarion.notifications.mail.BackOff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who does not answer at the moment: owners by their name, and the mail server. Each instance finds out for itself. */
@Component
public class Pauses {

    static final String MAIL_SERVER = "mail server";

    /** @param since when it last stopped answering */
    public record Pause(String who, Instant since, Instant until, int times) {

        public boolean isMailServer() {
            return who.equals(MAIL_SERVER);
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Pauses.class);

    private final BackOff backOff;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    Pauses(SendingSettings settings) {
        this.backOff = settings.pauses();
    }

    /**
     * Takes note that somebody does not answer.
     *
     * @param why kind of failure; never words of the other side
     * @return when to ask again
     */
    Instant begin(String who, String why, Instant now) {
        var pause = pauses.compute(who, (any, known) -> {
            if (known != null && now.isBefore(known.until())) {
                return known; // another worker has noticed the same
            }
            var times = known == null ? 1 : known.times() + 1;
            var since = known == null ? now : known.since();
            return new Pause(who, since, now.plus(backOff.after(times)), times);
        });
        if (pause.times() == 1) {
            log.warn("No answer from {} ({}); mails wait", who, why);
        }
        return pause.until();
    }

    void end(String who) {
        var pause = pauses.remove(who);
        if (pause != null) {
            log.info("{} answers again; it did not since {}", who, pause.since());
        }
    }

    boolean isResting(String who, Instant now) {
        var pause = pauses.get(who);
        return pause != null && now.isBefore(pause.until());
    }

    List<String> restingOwners(Instant now) {
        return pauses.values().stream()
                .filter(pause -> !pause.isMailServer() && now.isBefore(pause.until()))
                .map(Pause::who)
                .toList();
    }

    /** All that have not answered when last asked. */
    public List<Pause> all() {
        return List.copyOf(pauses.values());
    }
}
