package org.clarion.letters.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.clarion.letters.target.Target.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTests {

    @Test
    void aTargetIsReadBackFromTheWire() {
        var entry = Target.entry(UUID.randomUUID());

        assertThat(Target.parse("E14001530")).contains(Target.seat("E14001530"));
        assertThat(Target.parse(entry.wireName())).contains(entry);
        assertThat(Target.entry(entry.entryId())).isEqualTo(entry);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "E1400153", "X14001530", "e14001530", "E14001530 ", "00000000-0000-0000-0000-00000000000"})
    void whatIsNoTargetIsNone(String wire) {
        assertThat(Target.parse(wire)).isEmpty();
    }

    @Test
    void aSeatIsNoEntry() {
        assertThatThrownBy(() -> new Target(Kind.ENTRY, "E14001530")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Target.seat("E14001530").entryId()).isInstanceOf(IllegalStateException.class);
    }
}
