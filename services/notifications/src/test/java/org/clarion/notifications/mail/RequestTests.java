package org.clarion.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.clarion.servicedefaults.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");

    private static UUID identity(String purpose, UUID aggregate, long version, @Nullable String recipient) {
        return new Request("petitions", purpose, purpose, aggregate, version, "claim", NOW).identity(recipient);
    }

    @Test
    void theSameRequestIsTheSameMail() {
        var aggregate = Ids.next();
        var first = new Request("petitions", "a", "a", aggregate, 1, "claim", NOW);
        var later = new Request("petitions", "a", "a", aggregate, 1, "another claim", NOW.plusSeconds(5));

        assertThat(first.identity("somebody")).isEqualTo(later.identity("somebody"));
    }

    @Test
    void purposeAggregateVersionAndRecipientEachMakeAnotherMail() {
        var random = new Random(3);
        var identities = new HashSet<UUID>();
        for (int i = 0; i < 1000; i++) {
            var aggregate = new UUID(random.nextLong(), random.nextLong());
            identities.add(identity("a", aggregate, 1, "x"));
            identities.add(identity("b", aggregate, 1, "x"));
            identities.add(identity("a", aggregate, 2, "x"));
            identities.add(identity("a", aggregate, 1, "y"));
            identities.add(identity("a", aggregate, 1, null));
        }
        assertThat(identities).hasSize(5000);
    }

    @Test
    void identitiesAreValidAndRiseWithTime() {
        var early = identity("a", UUID.fromString("0192f0c1-7a3e-7b1c-9d55-6f2a41c0de01"), 1, "x");
        var late = identity("a", UUID.fromString("0192f0c2-0000-7b1c-9d55-6f2a41c0de01"), 1, "x");

        assertThat(early.version()).isEqualTo(8);
        assertThat(early.variant()).isEqualTo(2);
        assertThat(early.toString()).startsWith("0192f0c1-7a3e-8").isLessThan(late.toString());
    }
}
