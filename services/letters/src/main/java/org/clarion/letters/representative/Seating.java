package org.clarion.letters.representative;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.clarion.places.Place;
import org.clarion.places.Places;
import org.clarion.places.Postcode;
import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which seat of the Commons somebody's postcode leads to, or why it leads to none. */
@Component
public class Seating {

    public sealed interface Outcome {}

    public record Found(Constituency constituency) implements Outcome {}

    /** In every case the person may pick their constituency from the list. */
    public enum Miss implements Outcome, WireNamed {
        /** No postcode of the United Kingdom: a slip, or one from abroad. */
        MALFORMED,
        /** Well formed, and not among those known: perhaps new. Nothing is guessed. */
        UNKNOWN,
        /** Which constituency is not in the data that anybody may use. */
        NORTHERN_IRELAND,
        /** A Crown dependency or an overseas territory: nobody at Westminster sits for it. */
        NO_SEAT_THERE,
        /** A British Forces address, which lies in no constituency. */
        FORCES;
    }

    private static final Pattern NORTHERN_IRELAND = Pattern.compile("BT\\d.*");
    private static final Pattern CROWN_DEPENDENCY_OR_GIBRALTAR = Pattern.compile("(JE|GY|IM|GX)\\d.*");
    private static final Pattern TERRITORY =
            Pattern.compile("(ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA)1ZZ|(AI|MSR|KY|VG|BM)-?\\d{4}");
    private static final Pattern FORCES = Pattern.compile("BF\\d.*|BFPO\\d{1,4}");

    private final Places places;
    private final Constituencies constituencies;

    Seating(Places places, Constituencies constituencies) {
        this.places = places;
        this.constituencies = constituencies;
    }

    /** @param typed as somebody wrote it */
    public Outcome of(@Nullable String typed) {
        var bare = typed == null ? "" : typed.replaceAll("[\\s\\p{Z}]+", "").toUpperCase(Locale.ROOT);
        if (FORCES.matcher(bare).matches()) {
            return Miss.FORCES;
        }
        if (TERRITORY.matcher(bare).matches()) {
            return Miss.NO_SEAT_THERE;
        }
        return Postcode.parse(typed).map(this::of).orElse(Miss.MALFORMED);
    }

    private Outcome of(Postcode postcode) {
        if (NORTHERN_IRELAND.matcher(postcode.value()).matches()) {
            return Miss.NORTHERN_IRELAND;
        }
        if (CROWN_DEPENDENCY_OR_GIBRALTAR.matcher(postcode.value()).matches()) {
            return Miss.NO_SEAT_THERE;
        }
        return places.find(postcode)
                .map(Place::constituency)
                .<Outcome>map(Found::new)
                .orElse(Miss.UNKNOWN);
    }

    /** @param code of the constituency; codes that were replaced lead to their successors */
    public Optional<Constituency> seat(@Nullable String code) {
        return code == null ? Optional.empty() : constituencies.byCode(code);
    }
}
