package org.clarion.letters.action;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clarion.places.Constituencies;
import org.clarion.places.Constituency;
import org.clarion.places.Countries;
import org.clarion.places.Country;
import org.springframework.stereotype.Component;

/** Countries, nations and constituencies as campaigners call them. */
@Component
class Atlas {

    private static final Map<String, String> NATIONS = Map.of(
            "GB-ENG", "England",
            "GB-SCT", "Scotland",
            "GB-WLS", "Wales",
            "GB-NIR", "Northern Ireland");

    private final Map<String, String> countryNames = new LinkedHashMap<>(NATIONS);
    private final Map<String, String> countryCodes = new HashMap<>();
    private final Map<String, String> constituencyCodes = new HashMap<>();
    private final Constituencies constituencies;

    Atlas(Constituencies constituencies) {
        this.constituencies = constituencies;
        for (Country country : Countries.in(Locale.UK)) {
            countryNames.put(country.code(), country.name());
        }
        countryNames.forEach((code, name) -> {
            countryCodes.put(plain(code), code);
            countryCodes.put(plain(name), code);
        });
        for (Constituency seat : constituencies.all()) {
            constituencyCodes.put(plain(seat.name()), seat.code());
        }
    }

    /** ISO 3166 code of a country, or of a nation of the United Kingdom, by its English name or its code. */
    Optional<String> country(String typed) {
        return Optional.ofNullable(countryCodes.get(plain(typed)));
    }

    /** Code of a constituency by its name or its code, an earlier one too. */
    Optional<String> constituency(String typed) {
        return Optional.ofNullable(constituencyCodes.get(plain(typed)))
                .or(() -> constituencies.byCode(typed.toUpperCase(Locale.ROOT)).map(Constituency::code));
    }

    Stream<String> countryNames(Collection<String> codes) {
        return codes.stream().map(code -> countryNames.getOrDefault(code, code)).sorted();
    }

    Stream<String> constituencyNames(Collection<String> codes) {
        return codes.stream()
                .map(code -> constituencies.byCode(code).map(Constituency::name).orElse(code))
                .sorted();
    }

    /** Official sources spell the same names with and without accents, capitals and hyphens. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
