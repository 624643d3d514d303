package org.clarion.registrations.attendance;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How many heads are there. */
@Component
class HeadCount {

    /**
     * Those who came in through a door.
     *
     * @param online those who take part from elsewhere and were noted, where the door is of a room
     */
    record Count(int here, int expected, int online) {}

    private final Attendees attendees;
    private final LoadingCache<UUID, List<Turnout>> seen;

    HeadCount(Attendees attendees) {
        this.attendees = attendees;
        this.seen = Caffeine.newBuilder()
                .maximumSize(200)
                .expireAfterWrite(Duration.ofSeconds(1))
                .executor(Runnable::run)
                .build(attendees::turnout);
    }

    Count now(Door door) {
        return count(door, attendees.turnout(door.gathering().id()));
    }

    /** A second old at most, so that many open pages cost no more than one. */
    Count soon(Door door) {
        return count(door, seen.get(door.gathering().id()));
    }

    private static Count count(Door door, List<Turnout> turnouts) {
        int here = 0;
        int expected = 0;
        int online = 0;
        for (var each : turnouts) {
            if (each.session() == door.number()) {
                if (each.mode() == door.mode()) {
                    here = each.here();
                    expected = each.expected();
                } else {
                    online = each.here();
                }
            }
        }
        return new Count(here, expected, online);
    }
}
