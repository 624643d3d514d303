package org.clarion.notifications.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clarion.servicedefaults.MissingSetting;
import org.clarion.supporters.EmailAddress;
import org.junit.jupiter.api.Test;

class ReturnPathsTests {

    private static final UUID MAIL = UUID.fromString("0192f0c1-7a3e-8b1c-9d55-6f2a41c0de01");

    private static String key(String id, long seed) {
        var bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    private static ReturnPaths signedWith(String keys) {
        return new ReturnPaths(new BounceSettings("bounces@example.org", keys, null));
    }

    private static final ReturnPaths PATHS = signedWith(key("k1", 1));

    @Test
    void aReturnPathLeadsBackToItsMail() {
        var random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            var mail = new UUID(random.nextLong(), random.nextLong());
            var path = PATHS.of(mail).orElseThrow();

            assertThat(PATHS.mailOf(path)).contains(mail);
            assertThat(EmailAddress.parse(path)).isPresent();
        }
    }

    @Test
    void itIsTheSameAddressInWhateverCaseAServerWritesIt() {
        var path = PATHS.of(MAIL).orElseThrow();

        assertThat(path).matches("bounces\\+0192f0c17a3e8b1c9d556f2a41c0de01\\.[0-9a-f]{20}@example\\.org");
        assertThat(PATHS.mailOf(path.toUpperCase(Locale.ROOT))).contains(MAIL);
    }

    @Test
    void noForgeryIsTaken() {
        var path = PATHS.of(MAIL).orElseThrow();
        IntStream.range("bounces+".length(), path.indexOf('@'))
                .filter(i -> path.charAt(i) != '.')
                .forEach(i -> {
                    var other = path.charAt(i) == '0' ? '1' : '0';
                    var forged = path.substring(0, i) + other + path.substring(i + 1);
                    assertThat(PATHS.mailOf(forged)).as(forged).isEmpty();
                });
        assertThat(PATHS.mailOf(path.replace("example.org", "example.net"))).isEmpty();
        assertThat(PATHS.mailOf(path.replace("bounces+", "bounces"))).isEmpty();
        assertThat(PATHS.mailOf("x" + path)).isEmpty();
        assertThat(PATHS.mailOf(path + "x")).isEmpty();
        assertThat(PATHS.mailOf("bounces@example.org")).isEmpty();
        assertThat(PATHS.mailOf(signedWith(key("k1", 2)).of(MAIL).orElseThrow()))
                .isEmpty();
    }

    @Test
    void whatAnEarlierKeySignedIsStillKnown() {
        var before = PATHS.of(MAIL).orElseThrow();
        var after = signedWith(key("k2", 2) + "," + key("k1", 1));

        assertThat(after.mailOf(before)).contains(MAIL);
        assertThat(after.of(MAIL)).isNotEqualTo(PATHS.of(MAIL));
    }

    @Test
    void withoutTheSettingThereAreNone() {
        var none = new ReturnPaths(new BounceSettings(null, null, null));

        assertThat(none.of(MAIL)).isEmpty();
        assertThat(none.mailOf(PATHS.of(MAIL).orElseThrow())).isEmpty();
    }

    @Test
    void settingsThatCannotWorkAreRefusedAtTheStart() {
        var mailbox = new BounceSettings.Mailbox(
                "localhost",
                993,
                true,
                false,
                "bounces",
                "secret",
                "INBOX",
                Duration.ofMinutes(1),
                10,
                Duration.ofDays(1));

        assertThatThrownBy(() -> new ReturnPaths(new BounceSettings("bounces@example.org", null, null)))
                .isInstanceOf(MissingSetting.class)
                .hasMessageContaining("NOTIFICATIONS_BOUNCES_KEYS");
        assertThatThrownBy(() -> new ReturnPaths(new BounceSettings(null, null, mailbox)))
                .isInstanceOf(MissingSetting.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReturnPaths(new BounceSettings("nobody", key("k1", 1), null)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ReturnPaths(new BounceSettings("mail-that-came-back@example.org", key("k1", 1), null)))
                .withMessageContaining("no room");
        assertThat(mailbox.toString()).doesNotContain("secret");
    }
}
