package org.clarion.letters.action;

import java.util.Map;
import java.util.Set;
import org.clarion.letters.position.Position;

/**
 * The readers that a variant is written for: those that every part includes. An empty part includes everybody.
 *
 * @param countries ISO 3166, and the nations of the United Kingdom as {@code GB-ENG}, {@code GB-SCT}, {@code GB-WLS}, {@code GB-NIR}
 * @param parties as the directory names them
 * @param constituencies codes
 */
public record Readership(
        Set<String> countries, Set<String> parties, Set<String> constituencies, Set<Position> positions) {

    /** By the first letter of a constituency's code. */
    private static final Map<Character, String> NATIONS =
            Map.of('E', "GB-ENG", 'S', "GB-SCT", 'W', "GB-WLS", 'N', "GB-NIR");

    public Readership {
        countries = Set.copyOf(countries);
        parties = Set.copyOf(parties);
        constituencies = Set.copyOf(constituencies);
        positions = Set.copyOf(positions);
    }

    /** Whether every reader is included, so that no later variant is ever reached. */
    public boolean isEverybody() {
        return countries.isEmpty() && parties.isEmpty() && constituencies.isEmpty() && positions.isEmpty();
    }

    public boolean includes(Reader reader) {
        return includesCountry(reader)
                && includesParty(reader)
                && (constituencies.isEmpty()
                        || reader.constituency() != null && constituencies.contains(reader.constituency()))
                && (positions.isEmpty() || reader.position() != null && positions.contains(reader.position()));
    }

    private boolean includesCountry(Reader reader) {
        if (countries.isEmpty() || countries.contains(reader.country())) {
            return true;
        }
        var seat = reader.constituency();
        var nation = seat == null || seat.isEmpty() ? null : NATIONS.get(seat.charAt(0));
        return nation != null && countries.contains(nation);
    }

    private boolean includesParty(Reader reader) {
        var party = reader.party();
        return parties.isEmpty() || party != null && parties.stream().anyMatch(party::equalsIgnoreCase);
    }
}
