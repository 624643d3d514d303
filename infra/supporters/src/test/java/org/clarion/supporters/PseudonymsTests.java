package org.clarion.supporters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTests {

    private static final String ONE =
            "k1:" + Base64.getEncoder().encodeToString("one-one-one-one-one-one-one-one!".getBytes());
    private static final String TWO =
            "k2:" + Base64.getEncoder().encodeToString("two-two-two-two-two-two-two-two!".getBytes());
    private static final EmailAddress JO = new EmailAddress("jo@example.org");

    @Test
    void spellingsOfOneMailboxAreOneSupporter() {
        var pseudonyms = Pseudonyms.withKeys(ONE);

        assertThat(pseudonyms.of(new EmailAddress("JO+x@Example.org"))).isEqualTo(pseudonyms.of(JO));
        assertThat(pseudonyms.of(new EmailAddress("sam@example.org"))).isNotEqualTo(pseudonyms.of(JO));
    }

    @Test
    void isTheHmacThatTheDocumentationNames() {
        // printf jo@example.org | openssl dgst -sha256 -hmac 'one-one-one-one-one-one-one-one!' -binary | base64
        assertThat(Pseudonyms.withKeys(ONE).of(JO))
                .isEqualTo(new Pseudonym("-uEVM6tikWQQi_XfvTD4mTJFI8tcwaJj4JTsWRVRihk", "k1"));
    }

    @Test
    void aNewKeyGivesNewPseudonymsAndStillFindsTheOldOnes() {
        var before = Pseudonyms.withKeys(ONE).of(JO);
        var rotated = Pseudonyms.withKeys(TWO + ", " + ONE);

        assertThat(rotated.of(JO).key()).isEqualTo("k2");
        assertThat(rotated.of(JO).value()).isNotEqualTo(before.value());
        assertThat(rotated.allOf(JO)).containsExactly(rotated.of(JO), before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", "k1:", "k1:c2hvcnQ=", "K1:?", "UPPER:AAAA", ":AAAA", "k1:not base64"})
    void refusesBadKeys(String keys) {
        assertThatIllegalArgumentException().isThrownBy(() -> Pseudonyms.withKeys(keys));
    }

    @Test
    void refusesOneIdForTwoKeys() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pseudonyms.withKeys(ONE + "," + ONE));
    }
}
