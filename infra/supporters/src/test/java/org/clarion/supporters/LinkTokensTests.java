package org.clarion.supporters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clarion.supporters.LinkTokens.Link.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokensTests {

    private enum Purpose implements LinkPurpose {
        CONFIRM('c'),
        MANAGE('m');

        private final char code;

        Purpose(char code) {
            this.code = code;
        }

        @Override
        public char code() {
            return code;
        }
    }

    private static final String ONE =
            "k1:" + Base64.getEncoder().encodeToString("one-one-one-one-one-one-one-one!".getBytes());
    private static final String TWO =
            "k2:" + Base64.getEncoder().encodeToString("two-two-two-two-two-two-two-two!".getBytes());
    private static final UUID ID = UUID.fromString("0193a5b0-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private final LinkTokens links = LinkTokens.withKeys(ONE);

    @Test
    void opensWhatItMade() {
        var link = links.open(links.token(ID, Purpose.CONFIRM, 3, TOMORROW)).orElseThrow();

        assertThat(link.id()).isEqualTo(ID);
        assertThat(link.expires()).isEqualTo(TOMORROW);
        assertThat(link.isFor(Purpose.CONFIRM)).isTrue();
        assertThat(link.isFor(Purpose.MANAGE)).isFalse();
        assertThat(link.verify(3, NOW)).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void theSameLinkIsTheSameTokenEveryTime() {
        assertThat(links.token(ID, Purpose.CONFIRM, 3, TOMORROW))
                .isEqualTo(links.token(ID, Purpose.CONFIRM, 3, TOMORROW));
    }

    @Test
    void lapsesWithTheAddressAndWithTime() {
        var link = links.open(links.token(ID, Purpose.CONFIRM, 3, TOMORROW)).orElseThrow();

        assertThat(link.verify(4, NOW)).isEqualTo(Verdict.FOREIGN);
        assertThat(link.verify(3, TOMORROW.minusSeconds(1))).isEqualTo(Verdict.GENUINE);
        assertThat(link.verify(3, TOMORROW)).isEqualTo(Verdict.EXPIRED);
        assertThat(link.verify(4, TOMORROW)).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void anEarlierKeyStillVerifiesUntilItIsDropped() {
        var token = links.token(ID, Purpose.CONFIRM, 3, TOMORROW);

        assertThat(LinkTokens.withKeys(TWO + "," + ONE)
                        .open(token)
                        .orElseThrow()
                        .verify(3, NOW))
                .isEqualTo(Verdict.GENUINE);
        assertThat(LinkTokens.withKeys(TWO).open(token)).isEmpty();
    }

    @Test
    void theKeyIdIsSignedToo() {
        var sameSecretOtherId = LinkTokens.withKeys(ONE.replace("k1:", "k2:") + "," + ONE);
        var token = links.token(ID, Purpose.CONFIRM, 3, TOMORROW).replace("k1.", "k2.");

        assertThat(sameSecretOtherId.open(token).orElseThrow().verify(3, NOW)).isEqualTo(Verdict.FOREIGN);
    }

    @ParameterizedTest
    @MethodSource("everyPosition")
    void everyCharacterCounts(int position) {
        var token = links.token(ID, Purpose.CONFIRM, 3, TOMORROW);
        var random = new Random(position);
        for (int i = 0; i < 8; i++) {
            var changed = new StringBuilder(token);
            changed.setCharAt(position, "ABCDwxyz0189-_.=".charAt(random.nextInt(16)));
            if (!changed.toString().equals(token)) {
                assertThat(links.open(changed.toString()).filter(link -> link.verify(3, NOW) == Verdict.GENUINE))
                        .isEmpty();
            }
        }
    }

    static IntStream everyPosition() {
        return IntStream.range(0, "k1.".length() + 55);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "k1", "k1.", "k1.AAAA", "k9.AAAA", "k1.====", "k1.../..", "%00", "{\"$gt\":\"\"}"})
    void opensNothingElse(String noise) {
        assertThat(links.open(noise)).isEmpty();
        assertThat(links.open(noise + "A".repeat(10_000))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seededIds")
    void isSafeInAUrlAndEndsOnALetterOrDigit(UUID id) {
        assertThat(links.token(id, Purpose.MANAGE, id.hashCode(), TOMORROW))
                .matches("k1\\.[A-Za-z0-9_-]{54}[A-Za-z0-9]");
    }

    static Stream<UUID> seededIds() {
        var random = new Random(700143);
        return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(200);
    }
}
