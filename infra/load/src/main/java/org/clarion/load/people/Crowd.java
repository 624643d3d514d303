package org.clarion.load.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.clarion.load.counts.Counts;
import org.clarion.places.Countries;
import org.jspecify.annotations.Nullable;

/** As many different people as there are signatures, in an order of its own; the same seed gives the same crowd. */
public final class Crowd {

    private static final double WANT_UPDATES = 0.3;
    private static final List<String> FIRST = List.of(
            "Aisha",
            "Alun",
            "Amara",
            "Bronwen",
            "Callum",
            "Chloe",
            "Daniel",
            "Eilidh",
            "Farah",
            "George",
            "Grace",
            "Hamza",
            "Imogen",
            "Isla",
            "Jack",
            "Kwame",
            "Leah",
            "Máire",
            "Nia",
            "Oluwaseun",
            "Owen",
            "Priya",
            "Rhys",
            "Rosa",
            "Sam",
            "Siobhán",
            "Tariq",
            "Uzma",
            "Wei",
            "Zoë");
    private static final List<String> LAST = List.of(
            "Ahmed",
            "Baker",
            "Begum",
            "Campbell",
            "Clarke",
            "Davies",
            "Evans",
            "Fraser",
            "Griffiths",
            "Hughes",
            "Jones",
            "Kaur",
            "Khan",
            "MacDonald",
            "Morgan",
            "Murphy",
            "Ní Bhriain",
            "O'Neill",
            "Okafor",
            "Patel",
            "Roberts",
            "Shah",
            "Singh",
            "Smith",
            "Taylor",
            "Thomas",
            "Walker",
            "Williams",
            "Wood",
            "Wright");
    private static final List<String> SOURCES =
            List.of("direct", "newsletter", "whatsapp", "facebook", "bluesky", "partner-site", "poster");

    /** Where one person lives. */
    private record Home(String country, @Nullable String constituency) {}

    private final PostcodePool postcodes;
    private final long seed;
    private final List<Home> homes = new ArrayList<>();

    public Crowd(Counts counts, PostcodePool postcodes, long seed) {
        this.postcodes = postcodes;
        this.seed = seed;
        counts.constituencies().forEach((code, count) -> settle(new Home(Countries.UNITED_KINGDOM, code), count));
        counts.countries()
                .forEach((code, count) -> settle(
                        new Home(code, null),
                        code.equals(Countries.UNITED_KINGDOM) ? counts.withoutConstituency() : count));
        Collections.shuffle(homes, new Random(seed));
    }

    /** People of whom nobody asks in which constituency they live. */
    public static Crowd of(long people, long seed) {
        return new Crowd(Counts.of(Map.of(), Map.of(Countries.UNITED_KINGDOM, people)), PostcodePool.none(), seed);
    }

    /** People without end, spread evenly over the constituencies that have postcodes. */
    public static Crowd endless(PostcodePool postcodes, long seed) {
        var everywhere = postcodes.constituencies().stream().collect(Collectors.toMap(code -> code, code -> 1L));
        return new Crowd(
                Counts.of(everywhere, Map.of(Countries.UNITED_KINGDOM, (long) everywhere.size())), postcodes, seed);
    }

    public int size() {
        return homes.size();
    }

    /** How the addresses of this crowd end. */
    public String addresses() {
        return ".%s@example.org".formatted(Long.toUnsignedString(seed, 36));
    }

    /** @param number from 0; beyond the size of the crowd, further people live where earlier ones do */
    public Signer signer(long number) {
        var home = homes.get((int) (number % homes.size()));
        var random = new Random(seed * 1_000_003 + number);
        random.nextInt(); // neighbouring seeds give neighbouring first figures
        var first = pick(FIRST, random);
        var last = pick(LAST, random);
        var postcode = home.constituency() == null ? null : postcodes.in(home.constituency(), random);
        return new Signer(
                first + " " + last,
                address(first, last, number),
                postcode,
                home.country(),
                postcode == null ? home.constituency() : null,
                random.nextDouble() < WANT_UPDATES,
                pick(SOURCES, random));
    }

    /** Code of the constituency where somebody lives; null where that is not known. */
    public @Nullable String seatOf(long number) {
        return homes.get((int) (number % homes.size())).constituency();
    }

    /** Different for every person and every seed. */
    private String address(String first, String last, long number) {
        var name = Normalizer.normalize(first + "." + last, Normalizer.Form.NFD).replaceAll("[^A-Za-z.]", "");
        return name.toLowerCase(Locale.ROOT) + "." + Long.toString(number, 36) + addresses();
    }

    private void settle(Home home, long count) {
        homes.addAll(Collections.nCopies(Math.toIntExact(count), home));
    }

    private static String pick(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
