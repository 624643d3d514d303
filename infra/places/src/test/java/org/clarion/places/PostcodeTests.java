package org.clarion.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeTests {

    @ParameterizedTest
    @CsvSource({
        "M1 1AA, M1 1AA",
        "m601nw, M60 1NW",
        "CR2 6XH, CR2 6XH",
        "dn551pt, DN55 1PT",
        "W1A 1HQ, W1A 1HQ",
        "ec1a1bb, EC1A 1BB",
        "SW1A0AA, SW1A 0AA",
        "SW1A OAA, SW1A 0AA",
        "SW1A-0AA, SW1A 0AA",
        "' s w 1 a 0 a a ', SW1A 0AA",
        "sw1a.0aa, SW1A 0AA",
        "SW1A\u00a00AA, SW1A 0AA",
        "SW1A\u20130AA, SW1A 0AA",
        "M1 IAA, M1 1AA",
        "gir 0aa, GIR 0AA",
        "BT1 1AA, BT1 1AA",
        "JE2 3AB, JE2 3AB",
        "BF1 0AX, BF1 0AX",
    })
    void readsWhatPeopleWrite(String typed, String formatted) {
        assertThat(Postcode.parse(typed).orElseThrow().formatted()).isEqualTo(formatted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "SW1A",
                "SW1A 0A",
                "SW1A 0AAA",
                "SW1A 0A1",
                "QM1 1AA",
                "VM1 1AA",
                "XM1 1AA",
                "MI1 1AA",
                "MZ1 1AA",
                "M1 1CA",
                "M1 1AI",
                "M1 1AK",
                "M1 1MO",
                "M1 1VA",
                "11 1AA",
                "M111 1AA",
                "SWA1 0AA",
                "M1_1AA",
                "M1 1AA'",
                "M1\u00001AA",
                "М1 1АА",
                "Ｍ1 1AA",
                "SW1A 0AA; drop",
                "{\"$gt\":\"\"}",
                "ASCN 1ZZ",
                "12345",
                "M1\n1AA"
            })
    void refusesWhatIsNoPostcode(String typed) {
        assertThat(Postcode.parse(typed)).isEmpty();
    }

    @Test
    void neverReadsFar() {
        assertThat(Postcode.parse(null)).isEmpty();
        assertThat(Postcode.parse(" ".repeat(1_000_000) + "M1 1AA")).isEmpty();
    }

    @Test
    void takesOnlyTheNormalForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Postcode("sw1a 0aa"));
    }

    @Test
    void doesNotShowItselfInLogs() {
        assertThat(new Postcode("SW1A0AA")).hasToString("SW1A …");
    }

    @Test
    void knowsNorthernIreland() {
        assertThat(new Postcode("BT11AA").isNorthernIrish()).isTrue();
        assertThat(new Postcode("B11AA").isNorthernIrish()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void formattingAndParsingAreInverse(Postcode postcode) {
        assertThat(Postcode.parse(postcode.formatted())).contains(postcode);
        assertThat(Postcode.parse(postcode.value().toLowerCase(Locale.ROOT))).contains(postcode);
        assertThat(postcode.key()).isBetween(0L, (1L << 37) - 1);
        assertThat(Postcode.ofKey(postcode.key())).isEqualTo(postcode);
    }

    @Test
    void keysAreUniqueAndSortByDistrict() {
        var postcodes = seeded().distinct().toList();

        assertThat(postcodes.stream().map(Postcode::key).distinct()).hasSameSizeAs(postcodes);
        var order = Comparator.comparing((Postcode p) -> p.outward()).thenComparing(Postcode::value);
        assertThat(sorted(postcodes, Comparator.comparingLong(Postcode::key))).isEqualTo(sorted(postcodes, order));
    }

    private static List<Postcode> sorted(List<Postcode> postcodes, Comparator<Postcode> order) {
        return postcodes.stream().sorted(order).toList();
    }

    /** 1,000 random postcodes over all six shapes: A letter, N digit, H and I letters of third and fourth place, X inward. */
    static Stream<Postcode> seeded() {
        var random = new Random(1_734_274);
        var shapes = List.of("AN", "ANN", "ANH", "ABN", "ABNN", "ABNI");
        var letters = Map.of(
                'A', "ABCDEFGHIJKLMNOPRSTUWYZ",
                'B', "ABCDEFGHKLMNOPQRSTUVWXY",
                'H', "ABCDEFGHJKPSTUW",
                'I', "ABEHMNPRVWXY",
                'N', "0123456789",
                'X', "ABDEFGHJLNPQRSTUWXYZ");
        return Stream.generate(() -> (shapes.get(random.nextInt(shapes.size())) + "NXX")
                        .chars()
                        .mapToObj(c -> letters.get((char) c))
                        .map(from -> String.valueOf(from.charAt(random.nextInt(from.length()))))
                        .collect(Collectors.joining()))
                .map(Postcode::new)
                .limit(1_000);
    }
}
