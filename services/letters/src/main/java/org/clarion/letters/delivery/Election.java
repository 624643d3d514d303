package org.clarion.letters.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Whether Parliament is dissolved: from 17:00 on that day nobody sits in the Commons, and letters to seats wait until
 * staff say that members have been elected.
 *
 * @param dissolvedOn the day; null while no dissolution is known of
 * @param deeds who set it, the newest last
 */
@Document("elections")
record Election(
        @Id String id,
        @Nullable LocalDate dissolvedOn,
        List<Deed> deeds,
        @Version @Nullable Long version) {

    static final String COMMONS = "commons";

    /** Parliament's offices close their mailboxes then. */
    static final LocalTime HOUR = LocalTime.of(17, 0);

    private static final int DEEDS_KEPT = 50;

    enum What {
        SET,
        LIFTED
    }

    /** @param by mail address of the member of staff */
    record Deed(What what, @Nullable LocalDate day, Instant at, String by) {}

    Election {
        deeds = List.copyOf(deeds);
    }

    static Election none() {
        return new Election(COMMONS, null, List.of(), null);
    }

    /** From when on letters to seats are held; empty while no dissolution is known of. */
    Optional<Instant> holdsFrom() {
        return Optional.ofNullable(dissolvedOn)
                .map(day -> day.atTime(HOUR).atZone(Timetable.LONDON).toInstant());
    }

    boolean holdsAt(Instant now) {
        return holdsFrom().filter(from -> !now.isBefore(from)).isPresent();
    }

    /** Changes nothing where it is so already. */
    Election on(LocalDate day, Instant now, String by) {
        return day.equals(dissolvedOn) ? this : next(day, new Deed(What.SET, day, now, by));
    }

    /** Changes nothing where it is so already. */
    Election lifted(Instant now, String by) {
        return dissolvedOn == null ? this : next(null, new Deed(What.LIFTED, dissolvedOn, now, by));
    }

    private Election next(@Nullable LocalDate day, Deed deed) {
        var more = new ArrayList<>(deeds.subList(Math.max(0, deeds.size() + 1 - DEEDS_KEPT), deeds.size()));
        more.add(deed);
        return new Election(id, day, more, version);
    }
}
