package org.clarion.supporters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "Jo.Bloggs@Example.ORG, jo.bloggs@example.org",
        "jo+petitions@example.org, jo@example.org",
        "jo+a+b@example.org, jo@example.org",
        "+jo@example.org, +jo@example.org",
        "J.O.Bloggs+x@gmail.com, jobloggs@gmail.com",
        "jo.bloggs@googlemail.com, jobloggs@gmail.com",
        "jo.bloggs@outlook.com, jo.bloggs@outlook.com",
        "jo@me.com, jo@icloud.com",
        "jo@mac.com, jo@icloud.com",
        "jo.b@pm.me, job@proton.me",
        "jo@bücher.example, jo@xn--bcher-kva.example",
        "jo@BÜCHER.example, jo@xn--bcher-kva.example",
        "jo@xn--bcher-kva.example, jo@xn--bcher-kva.example",
        "jo@例え.テスト, jo@xn--r8jz45g.xn--zckzah",
        "o'neill@example.org, o'neill@example.org",
        "a@b.co, a@b.co",
    })
    void oneMailboxHasOneCanonicalForm(String typed, String canonical) {
        assertThat(new EmailAddress(typed).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "jo.bloggs@example.org, jobloggs@example.org",
        "jo@hotmail.com, jo@outlook.com",
        "jo@example.org, jo@example.net"
    })
    void differentMailboxesStayApart(String one, String other) {
        assertThat(new EmailAddress(one).canonical()).isNotEqualTo(new EmailAddress(other).canonical());
    }

    @Test
    void mailGoesToTheAddressAsTyped() {
        var address = new EmailAddress(" J.O+news@Bücher.Example ");

        assertThat(address.typed()).isEqualTo("J.O+news@Bücher.Example");
        assertThat(address.deliverable()).isEqualTo("J.O+news@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "jo",
                "jo@",
                "@example.org",
                "jo@example",
                "jo@@example.org",
                "jo@x@example.org",
                ".jo@example.org",
                "jo.@example.org",
                "j..o@example.org",
                "jo@.example.org",
                "jo@example..org",
                "jo@example.org.",
                "jo@-example.org",
                "jo@example-.org",
                "jo@exa_mple.org",
                "jo@127.0.0.1",
                "jo@[127.0.0.1]",
                "jo@example.123",
                "jo bloggs@example.org",
                "jo@exam ple.org",
                "\"jo\"@example.org",
                "jo(comment)@example.org",
                "Jo <jo@example.org>",
                "jo@example.org,sam@example.org",
                "jo@example.org;sam@example.org",
                "jo@example.org\r\nBcc: sam@example.org",
                "jo@example.org\n",
                "\tjo@example.org",
                "jo\u0000@example.org",
                "jo@exam\u0000ple.org",
                "jo@exam\u200bple.org",
                "jo@exam\u202eple.org",
                "jo\ud800@example.org",
                "jo@\udc00example.org",
                "jö@example.org",
                "jo@straße.example",
                "{\"$gt\":\"\"}",
                "jo%0d%0aBcc:x@example.org@"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void keepsToTheLengthsOfTheMailStandard() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("jo@" + "a".repeat(63) + ".org")).isPresent();
        assertThat(EmailAddress.parse("jo@" + "a".repeat(64) + ".org")).isEmpty();
        assertThat(EmailAddress.parse("jo@" + "abcdefghi.".repeat(24) + "example"))
                .isPresent();
        assertThat(EmailAddress.parse("jo@" + "abcdefghi.".repeat(25) + "example"))
                .isEmpty();
        assertThat(EmailAddress.parse(null)).isEmpty();
    }

    @Test
    void doesNotShowItselfInLogs() {
        assertThat(new EmailAddress("jo.bloggs@example.org")).hasToString("…@example.org");
    }

    @ParameterizedTest
    @MethodSource("seededMailboxes")
    void spellingsOfOneMailboxShareTheCanonicalForm(String spelling, String mailbox) {
        assertThat(new EmailAddress(spelling).canonical()).isEqualTo(mailbox);
    }

    /** 500 random spellings: case, tags, dots and aliases for Google, case and tags elsewhere. */
    static Stream<Object[]> seededMailboxes() {
        var random = new Random(700143);
        return Stream.generate(() -> {
                    var name = letters(random, 3 + random.nextInt(12));
                    var google = random.nextBoolean();
                    var domain = google ? random.nextBoolean() ? "gmail.com" : "googlemail.com" : "example.org";
                    var local = google ? dotted(random, name) : name;
                    var tag = random.nextBoolean() ? "+" + letters(random, 1 + random.nextInt(5)) : "";
                    return new Object[] {
                        anyCase(random, local + tag + "@" + domain), name + "@" + (google ? "gmail.com" : domain)
                    };
                })
                .limit(500);
    }

    @ParameterizedTest
    @MethodSource("seededNoise")
    void noiseIsEitherRefusedOrHarmless(String noise) {
        EmailAddress.parse(noise).ifPresent(address -> {
            assertThat(address.deliverable()).matches("[!-~]+@[a-z0-9.-]+").hasSizeLessThanOrEqualTo(254);
            assertThat(new EmailAddress(address.canonical()).canonical()).isEqualTo(address.canonical());
        });
    }

    static Stream<String> seededNoise() {
        var random = new Random(241584);
        var alphabet = "ab.@+-_ \r\n\t\0<>\"',;:()[]ü例\u200d\ud83d\ude00\ud800org";
        return Stream.generate(() -> random.ints(1 + random.nextInt(14), 0, alphabet.length())
                        .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                        .collect(Collectors.joining("", "", "@ex.org")))
                .limit(500);
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String dotted(Random random, String name) {
        return IntStream.range(0, name.length())
                .mapToObj(i -> (i > 0 && random.nextInt(3) == 0 ? "." : "") + name.charAt(i))
                .collect(Collectors.joining());
    }

    private static String anyCase(Random random, String text) {
        return text.chars()
                .mapToObj(c -> Character.toString(random.nextBoolean() ? Character.toUpperCase(c) : c))
                .collect(Collectors.joining());
    }
}
