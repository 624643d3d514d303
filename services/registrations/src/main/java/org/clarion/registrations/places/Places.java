package org.clarion.registrations.places;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clarion.registrations.gathering.Mode;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of the places at one gathering: one document, one version, one decision at a time.
 *
 * @param nextOrder for who comes next to the queue
 * @param claims the live ones, in the order in which they came
 * @param todo what was decided and may not have been taken by its registration yet, the oldest first; one at most for each
 * @param owedSince since when, at the latest, the oldest of them has waited; null where there is none
 */
record Places(
        UUID gathering,
        long version,
        Rules rules,
        long nextOrder,
        List<Claim> claims,
        List<Decision> todo,
        @Nullable Instant owedSince) {

    Places {
        claims = List.copyOf(claims);
        todo = List.copyOf(todo);
    }

    static Places none(UUID gathering) {
        return new Places(gathering, 0, Rules.NONE, 1, List.of(), List.of(), null);
    }

    Optional<Claim> claim(UUID registration) {
        return claims.stream()
                .filter(claim -> claim.registration().equals(registration))
                .findFirst();
    }

    Optional<Decision> owed(UUID registration) {
        return todo.stream()
                .filter(decision -> decision.registration().equals(registration))
                .findFirst();
    }

    /** How it stands, for each session and mode. */
    List<Standing> standings() {
        return rules.rooms().stream()
                .flatMap(room -> rules.modes().stream().sorted().map(mode -> standing(room, mode)))
                .toList();
    }

    private Standing standing(Rules.Room room, Mode mode) {
        int taken = 0;
        int waiting = 0;
        for (var claim : claims) {
            if (claim.wish().mode() == mode && claim.wish().sessions().contains(room.session())) {
                if (claim.state().takesPlaces()) {
                    taken += claim.wish().heads();
                } else {
                    waiting += claim.wish().heads();
                }
            }
        }
        return new Standing(room.session(), mode, room.capacity(mode), taken, waiting);
    }
}
