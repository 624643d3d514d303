package org.clarion.letters.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.clarion.letters.contact.Contact;
import org.clarion.letters.contact.Contact.State;
import org.clarion.letters.target.Recipient;
import org.clarion.servicedefaults.MissingSetting;
import org.clarion.supporters.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutletTests {

    private static final Outlet SAFE = new Outlet(new OutletSettings("safe", List.of()));
    private static final Outlet LIVE =
            new Outlet(new OutletSettings("live", List.of("parliament.test", " Gov.Example ")));

    private static Recipient at(@Nullable String address, State state) {
        return new Recipient(
                "member:172",
                "Dr Ada Vale",
                "Dr Vale",
                "MP for Exampleton",
                null,
                "Example",
                "GB",
                new Contact(address, state));
    }

    private static Recipient at(@Nullable String address) {
        return at(address, State.FINE);
    }

    @Test
    void unlessItIsLiveALetterReachesNobody() {
        assertThat(SAFE.to(at("ada.vale.mp@parliament.test"))).contains("member-172@mp.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"safe", "", "LIVE!", "true", "on", "live?", "lıve"})
    void onlyOneWordMakesItLive(String delivery) {
        var outlet = new Outlet(new OutletSettings(delivery, List.of("parliament.test")));

        assertThat(outlet.isLive()).isFalse();
        assertThat(outlet.to(at("ada.vale.mp@parliament.test"))).contains("member-172@mp.example.org");
    }

    @Test
    void whateverIsImportedNoAddressOutsideCanBeReached() {
        var random = new Random(21);
        var pieces = List.of(
                "ada",
                "@",
                "parliament",
                ".",
                "uk",
                "example.org",
                "test",
                "mp.example.org",
                "\r\n",
                "\n",
                " ",
                ",",
                "<",
                ">",
                "\"",
                "\u560a",
                "\u2028",
                "=?utf-8?Q?",
                "?=",
                "RCPT TO:",
                "%",
                "!",
                "+",
                "münchen",
                "xn--",
                "@@",
                "(x)",
                "\u0000");
        for (int i = 0; i < 50_000; i++) {
            var address = new StringBuilder();
            for (int j = random.nextInt(9); j >= 0; j--) {
                address.append(pieces.get(random.nextInt(pieces.size())));
            }
            var state = State.values()[random.nextInt(State.values().length)];
            var key = random.nextBoolean() ? "member:" + random.nextInt(5_000) : "entry:" + UUID.randomUUID();
            var recipient = new Recipient(key, "x", "x", "", null, null, "GB", new Contact(address.toString(), state));
            SAFE.to(recipient).ifPresent(OutletTests::reachesNobody);
            SAFE.toWriter(address.toString(), UUID.randomUUID().toString()).ifPresent(OutletTests::reachesNobody);
        }
    }

    private static void reachesNobody(String destination) {
        var address = EmailAddress.parse(destination).orElseThrow();
        assertThat(address.domain()).matches("(.+\\.)?(example\\.org|test)");
    }

    @ParameterizedTest
    @CsvSource({
        "ada@parliament.test, true",
        "ada@Parliament.TEST, true",
        "ada@mail.parliament.test, true",
        "ada@gov.example, true",
        "ada@notparliament.test, false",
        "ada@parliament.test.example.com, false",
        "ada@example.com, false"
    })
    void whenItIsLiveLettersGoToDomainsOnTheList(String address, boolean goes) {
        assertThat(LIVE.to(at(address)))
                .isEqualTo(goes ? EmailAddress.parse(address).map(EmailAddress::deliverable) : Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"BOUNCING", "NONE_KNOWN"})
    void withoutAnAddressThatWorksThereIsNoWay(State state) {
        assertThat(SAFE.to(at(state == State.BOUNCING ? "ada@parliament.test" : null, state)))
                .isEmpty();
        assertThat(LIVE.to(at(state == State.BOUNCING ? "ada@parliament.test" : null, state)))
                .isEmpty();
        assertThat(SAFE.to(at("no address at all"))).isEmpty();
    }

    @Test
    void liveWithoutAListDoesNotStart() {
        assertThatThrownBy(() -> new Outlet(new OutletSettings("live", List.of(" "))))
                .isInstanceOf(MissingSetting.class)
                .hasMessageContaining("CLARION_LETTERS_DOMAINS");
    }

    @Test
    void whatIsTriedOutGoesToItsWriter() {
        assertThat(SAFE.toWriter("ada@example.org", "7")).contains("ada@example.org");
        assertThat(SAFE.toWriter("ada@staff.test", "7")).contains("ada@staff.test");
        assertThat(SAFE.toWriter("ada@example.com", "7")).contains("writer-7@mp.example.org");
        assertThat(LIVE.toWriter("ada@example.com", "7")).contains("ada@example.com");
    }
}
