package org.clarion.actions.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewerTests {

    private static final Instant START = Instant.parse("2026-11-24T14:32:00Z");
    private static final Standing TEN = new Standing(10, 100, START);

    private final Viewer viewer = new Viewer(UUID.randomUUID(), Locale.UK, TEN, START);

    @Test
    void nothingIsWrittenWhileNothingMoves() {
        assertThat(viewer.claim(TEN, START.plusSeconds(14))).isFalse();
    }

    @Test
    void aMovedTotalOrGoalIsWrittenOnce() {
        var eleven = new Standing(11, 100, START);
        assertThat(viewer.claim(eleven, START.plusSeconds(1))).isTrue();
        assertThat(viewer.write(eleven, "words", START.plusSeconds(1))).isTrue();
        assertThat(viewer.claim(eleven, START.plusSeconds(2))).isFalse();
        assertThat(viewer.claim(new Standing(11, 250, START), START.plusSeconds(2)))
                .isTrue();
    }

    @Test
    void whoIsStillBeingWrittenToIsLeftAlone() {
        assertThat(viewer.claim(new Standing(11, 100, START), START)).isTrue();
        assertThat(viewer.claim(new Standing(12, 100, START), START)).isFalse();
    }

    @Test
    void aBeatComesEveryFifteenSeconds() {
        assertThat(viewer.claim(TEN, START.plusSeconds(15))).isTrue();
        assertThat(viewer.write(TEN, "words", START.plusSeconds(15))).isTrue();
        assertThat(viewer.claim(TEN, START.plusSeconds(29))).isFalse();
        assertThat(viewer.claim(TEN, START.plusSeconds(30))).isTrue();
    }

    @Test
    void theStreamEndsAfterFiftyFiveSeconds() {
        assertThat(viewer.claim(TEN, START.plusSeconds(55))).isTrue();
        assertThat(viewer.write(TEN, "words", START.plusSeconds(55))).isFalse();
    }
}
