package org.clarion.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PlacesTests {

    private final Constituencies constituencies = new Constituencies();

    @TempDir
    private Path folder;

    @Test
    void findsTheConstituencyCountryAndRegion() {
        var place = Places.sample(constituencies).find("sw1a 0aa").orElseThrow();

        assertThat(place.constituency().name()).isEqualTo("Cities of London and Westminster");
        assertThat(place.country()).isEqualTo("GB");
        assertThat(place.region()).isEqualTo("London");
    }

    @Test
    void theSampleIsSpreadOverGreatBritain() throws IOException {
        var places = Places.sample(constituencies);
        var postcodes = new String(PlacesTests.class
                        .getResourceAsStream("sample-postcodes.csv")
                        .readAllBytes())
                .lines()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();

        assertThat(postcodes).hasSizeBetween(200, 230).hasSize(places.size());
        assertThat(postcodes.stream()
                        .map(postcode -> places.find(postcode).orElseThrow().region()))
                .contains("Scotland", "Wales", "London", "North East", "South West", "East of England");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "BT1 1AA", "ZE1 0AA", "JE2 3AB", "AB10 1AB"})
    void doesNotGuess(String postcode) {
        assertThat(Places.sample(constituencies).find(postcode)).isEmpty();
    }

    @Test
    void agreesWithAPlainMapOnTenThousandPostcodes() throws IOException {
        var random = new Random(2024);
        var all = constituencies.all();
        var expected = new HashMap<Postcode, Constituency>();
        PostcodeTests.seeded().forEach(postcode -> {
            for (int i = 0; i < 10; i++) {
                var neighbour = new Postcode(postcode.value().replaceFirst("[0-9](?=[A-Z]{2}$)", String.valueOf(i)));
                if (!neighbour.isNorthernIrish()) {
                    expected.put(neighbour, all.get(random.nextInt(650)));
                }
            }
        });
        var removed = expected.keySet().stream().limit(2_000).toList();
        removed.forEach(expected::remove);

        var places = Places.from(imported(expected), constituencies);

        assertThat(places.size()).isEqualTo(expected.size());
        expected.forEach(
                (postcode, constituency) -> assertThat(places.find(postcode)).contains(new Place(constituency)));
        assertThat(removed)
                .allSatisfy(postcode -> assertThat(places.find(postcode)).isEmpty());
    }

    private Path imported(HashMap<Postcode, Constituency> postcodes) throws IOException {
        var source = Files.writeString(
                folder.resolve("source.csv"),
                postcodes.entrySet().stream()
                        .map(e -> e.getKey().value() + "," + e.getValue().code())
                        .collect(Collectors.joining("\n", "postcode,constituency\n", "\n")));
        var table = folder.resolve("places.table");
        PlacesImport.run(source, table);
        return table;
    }

    @Test
    void takesUpATableThatAppearsLater() throws IOException {
        var table = folder.resolve("places.table");
        var places = Places.from(table, constituencies);
        assertThat(places.find("SW1A 0AA")).isPresent();

        importOf("AB10 1AB,S14000061", table);
        places.refresh(table);

        assertThat(places.size()).isEqualTo(1);
        assertThat(places.find("AB101AB")).isPresent();
    }

    @Test
    void keepsTheTableThatItHasWhenTheNextIsDamaged() throws IOException {
        var table = folder.resolve("places.table");
        importOf("AB10 1AB,S14000061", table);
        var places = Places.from(table, constituencies);

        Files.delete(table);
        Files.writeString(table, "rubbish");
        Files.setLastModifiedTime(table, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        places.refresh(table);

        assertThat(places.find("AB10 1AB")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 19, 25, 30, 37, 38})
    void aTableCutShortOrDamagedIsRefusedAtTheStart(int length) throws IOException {
        var table = folder.resolve("places.table");
        importOf("AB10 1AB,S14000061", table);
        var whole = Files.readAllBytes(table);
        assertThat(whole.length).isGreaterThan(36);
        Files.write(table, length < whole.length ? Arrays.copyOf(whole, length) : damaged(whole));

        assertThatThrownBy(() -> Places.from(table, constituencies)).hasMessageContaining("import it again");
    }

    private static byte[] damaged(byte[] whole) {
        whole[22] ^= 1;
        return whole;
    }

    private void importOf(String lines, Path table) throws IOException {
        PlacesImport.run(Files.writeString(folder.resolve("source.csv"), lines), table);
    }

    @Test
    void isThereForEveryService() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(PlacesAutoConfiguration.class))
                .withPropertyValues("clarion.places.file=" + folder.resolve("places.table"))
                .run(context -> assertThat(context).hasSingleBean(Places.class).hasSingleBean(Constituencies.class));
    }
}
