package org.clarion.places;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The countries and territories that a supporter can live in: ISO 3166 as this JDK knows it, and Kosovo. */
public final class Countries {

    public static final String UNITED_KINGDOM = "GB";

    private static final Set<String> CODES = codes();

    private Countries() {}

    private static Set<String> codes() {
        var codes = new TreeSet<>(Set.of(Locale.getISOCountries()));
        codes.add("XK"); // user-assigned in ISO 3166, in general use for Kosovo
        return Set.copyOf(codes);
    }

    public static boolean isKnown(String code) {
        return CODES.contains(code);
    }

    /** All of them under their names in a language, sorted as that language sorts. */
    public static List<Country> in(Locale language) {
        return CODES.stream()
                .map(code -> new Country(code, Locale.of("", code).getDisplayCountry(language)))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(language)))
                .toList();
    }
}
