package org.clarion.notifications.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.clarion.notifications.sending.Outcome.Doubtful;
import org.clarion.notifications.sending.Outcome.Never;
import org.clarion.notifications.sending.Outcome.NotNow;
import org.clarion.notifications.sending.Outcome.ServerAway;
import org.clarion.notifications.sending.Outcome.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "550, 550 5.1.1 No such user, 550 5.1.1",
                "550, 550 No such user, 550",
                "553, 553 5.1.3 Bad address, 553 5.1.3",
                "550, 550 5.2.1 Disabled, 550 5.2.1",
                "550, -, 550"
            })
    void anAddressThatDoesNotExistIsNeverTriedAgain(int code, String words, String reply) {
        assertThat(Outcome.of(Stage.RECIPIENT, code, words)).isEqualTo(new Never(reply, true));
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT, 554, 554 5.7.1 Relay access denied",
        "RECIPIENT, 550, 550 5.7.1 Blocked",
        "CONTENT, 554, 554 No valid recipients",
        "END, 554, 554 5.6.0 Spam",
        "END, 550, 550 Too big"
    })
    void aRefusalOfTheMailSaysNothingAboutTheAddress(Stage stage, int code, String words) {
        assertThat(Outcome.of(stage, code, words))
                .isInstanceOfSatisfying(
                        Never.class, never -> assertThat(never.noSuchAddress()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT, 450, 450 4.2.1 Greylisted, 450 4.2.1",
        "RECIPIENT, 451, 451 Try later, 451",
        "RECIPIENT, 452, 452 4.2.2 Full, 452 4.2.2",
        "RECIPIENT, 552, 552 Mailbox full, 552",
        "RECIPIENT, 550, 550 5.2.2 Over quota, 550 5.2.2",
        "CONTENT, 451, 451 Greylisted, 451",
        "END, 452, 452 4.3.1 Not now, 452 4.3.1"
    })
    void aRefusalForNowIsTriedAgain(Stage stage, int code, String words, String reply) {
        assertThat(Outcome.of(stage, code, words)).isEqualTo(new NotNow(reply));
    }

    @ParameterizedTest
    @CsvSource({
        "SENDER, 550", "SENDER, 451", "SENDER, 421", "SENDER, -1",
        "RECIPIENT, 421", "RECIPIENT, -1", "RECIPIENT, 530", "RECIPIENT, 503",
        "CONTENT, -1", "CONTENT, 421", "END, 421"
    })
    void whatIsNotTheRecipientsDoingIsTheServers(Stage stage, int code) {
        assertThat(Outcome.of(stage, code, null)).isInstanceOf(ServerAway.class);
    }

    @Test
    void aConnectionThatEndsAfterTheMailLeavesADoubt() {
        assertThat(Outcome.of(Stage.END, Outcome.NO_REPLY, null)).isEqualTo(new Doubtful());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void theWordsOfAServerAreNeverKept(Stage stage) {
        assertThat(Outcome.of(stage, 550, "550 5.1.1 <ada@example.org> unknown").toString())
                .doesNotContain("ada");
    }
}
