package org.clarion.load.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.clarion.load.counts.Counts;
import org.clarion.places.Constituencies;
import org.clarion.places.Places;
import org.junit.jupiter.api.Test;

class CrowdTests {

    private static final String LONDON = "E14001172";
    private static final String BELFAST = "N05000001";

    private final Places places = Places.sample(new Constituencies());
    private final PostcodePool postcodes = PostcodePool.of(places);
    private final Counts counts = Counts.of(Map.of(LONDON, 40L, BELFAST, 7L), Map.of("GB", 50L, "FR", 3L));

    @Test
    void livesWhereTheCountsSay() {
        var crowd = new Crowd(counts, postcodes, 1);

        var people = LongStream.range(0, crowd.size()).mapToObj(crowd::signer).toList();

        assertThat(people).hasSize(53);
        assertThat(people.stream().filter(p -> p.postcode() != null))
                .hasSize(40)
                .allSatisfy(p -> assertThat(places.find(p.postcode())
                                .orElseThrow()
                                .constituency()
                                .code())
                        .isEqualTo(LONDON));
        assertThat(people.stream().filter(p -> BELFAST.equals(p.constituency())))
                .hasSize(7);
        assertThat(people.stream().collect(Collectors.groupingBy(Signer::country, Collectors.counting())))
                .isEqualTo(Map.of("GB", 50L, "FR", 3L));
    }

    @Test
    void isMadeOfDifferentPeopleUnderExampleOrg() {
        var crowd = Crowd.endless(postcodes, 7);

        var addresses = LongStream.range(0, 20_000)
                .mapToObj(number -> crowd.signer(number).email())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(addresses).hasSize(20_000);
        assertThat(addresses.keySet())
                .allMatch(address -> address.matches("[a-z]+\\.[a-z]+\\.[0-9a-z]+\\.7@example\\.org"))
                .allMatch(address -> address.endsWith(crowd.addresses()));
    }

    @Test
    void comesAgainFromTheSameSeedAndDiffersFromAnother() {
        var first = new Crowd(counts, postcodes, 1);
        var again = new Crowd(counts, postcodes, 1);
        var other = new Crowd(counts, postcodes, 2);

        assertThat(LongStream.range(0, 53).mapToObj(again::signer))
                .isEqualTo(LongStream.range(0, 53).mapToObj(first::signer).toList());
        assertThat(LongStream.range(0, 53).mapToObj(other::signer).map(Signer::email))
                .doesNotContainAnyElementsOf(LongStream.range(0, 53)
                        .mapToObj(first::signer)
                        .map(Signer::email)
                        .toList());
    }

    @Test
    void variesNamesSourcesAndConsent() {
        var crowd = Crowd.endless(postcodes, 3);
        var people = LongStream.range(0, 500).mapToObj(crowd::signer).toList();

        assertThat(people.stream().map(Signer::name).distinct().count()).isGreaterThan(200);
        assertThat(people.stream().map(Signer::source).distinct().count()).isEqualTo(7);
        assertThat(people.stream().filter(Signer::updates).count()).isBetween(100L, 200L);
    }
}
