package org.clarion.letters.letter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.letters.action.LetterAction;
import org.clarion.letters.target.Target;
import org.clarion.pageshell.HexMap;
import org.clarion.places.Constituencies;
import org.clarion.totals.Totals;
import org.springframework.stereotype.Component;

/**
 * Which MPs have heard from somebody they represent, from the service's own copy of the totals. A seat is reached or not:
 * how many wrote there is told nowhere.
 */
@Component
class Reach {

    private static final String TARGET = "target";
    private static final String SENT = "sent";
    private static final int REMEMBERED = 1000;

    private final Totals totals;
    private final Constituencies constituencies;
    private final Cache<UUID, Set<String>> memory = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofSeconds(5))
            .executor(Runnable::run)
            .build();

    Reach(Totals totals, Constituencies constituencies) {
        this.totals = totals;
        this.constituencies = constituencies;
    }

    /** Codes of the seats whose MP has been sent at least one letter, some seconds old at most. */
    Set<String> seats(LetterAction action) {
        return memory.get(
                action.id(),
                id -> totals.of(id).by(TARGET, SENT).keySet().stream()
                        .filter(target ->
                                Target.parse(target).filter(Target::isSeat).isPresent())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Empty while no seat has been reached. */
    Optional<HexMap> map(LetterAction action) {
        var reached = seats(action);
        if (reached.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(HexMap.of(constituencies.all().stream()
                .map(each ->
                        new HexMap.Area(each.name(), each.hexQ(), each.hexR(), reached.contains(each.code()) ? 1 : 0))
                .toList()));
    }

    int allSeats() {
        return constituencies.all().size();
    }
}
