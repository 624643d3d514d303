package org.clarion.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.clarion.messaging.outbox.Change;
import org.clarion.notifications.mail.Mail.Status;
import org.clarion.notifications.mail.Trouble.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private static final Instant SOON = NOW.plusSeconds(20);
    private static final Patience PATIENCE = new Patience(
            new BackOff(Duration.ofMinutes(5), Duration.ofHours(6)),
            new BackOff(Duration.ofMinutes(1), Duration.ofHours(1)),
            Duration.ofDays(3));
    private static final Request REQUEST =
            new Request("petitions", "signature.confirm", "signature.confirm", UUID.randomUUID(), 1, "claim", NOW);

    private static Mail queued() {
        return Mail.asked(REQUEST, "somebody", NOW).state();
    }

    /** A mail in the given state, the only fields that matter being state and lease. */
    private static Mail in(Status status, @Nullable UUID lease) {
        var due = status.isFinal() ? null : NOW;
        return new Mail(UUID.randomUUID(), 7, status, REQUEST, Tries.NONE, null, due, lease, null);
    }

    private static String wireName(Change<Mail, MailEvent> change) {
        var event = change.event();
        return event == null ? "" : event.wireName();
    }

    @Test
    void aRequestBecomesAQueuedMailThatTheWorldNeedNotKnow() {
        var change = Mail.asked(REQUEST, "somebody", NOW);

        assertThat(change.event()).isNull();
        assertThat(change.state().status()).isEqualTo(Status.QUEUED);
        assertThat(change.state().dueAt()).isEqualTo(NOW);
        assertThat(MailMessage.of(change.state())).isNull();
    }

    @Test
    void aSentMailIsFinishedAndLeavesTheQueue() {
        var change = queued().sending(SOON).sent(NOW);

        assertThat(wireName(change)).isEqualTo("mail.sent.v1");
        assertThat(change.state().status()).isEqualTo(Status.SENT);
        assertThat(change.state().dueAt()).isNull();
        assertThat(change.state().lease()).isNull();
        assertThat(change.state().version()).isEqualTo(3);
        assertThat(change.state().finishedAt()).isEqualTo(NOW);
    }

    @Test
    void aRefusalForNowIsTriedAgainEverMoreSlowly() {
        var mail = queued().sending(SOON).refusedForNow("450", NOW, PATIENCE).state();
        assertThat(mail.status()).isEqualTo(Status.DEFERRED);
        assertThat(mail.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(mail.trouble()).isEqualTo(new Trouble(Reason.REFUSED_FOR_NOW, "450"));

        var again = NOW.plus(Duration.ofMinutes(5));
        mail = mail.sending(SOON).refusedForNow("450", again, PATIENCE).state();
        assertThat(mail.dueAt()).isEqualTo(again.plus(Duration.ofMinutes(10)));
        assertThat(mail.tries().since()).isEqualTo(NOW);
    }

    @Test
    void threeDaysOfRefusalsAreEnough() {
        var mail = queued();
        var now = NOW;
        var times = new ArrayList<Instant>();
        while (!mail.status().isFinal()) {
            times.add(now);
            mail = mail.sending(now).refusedForNow("451 4.7.1", now, PATIENCE).state();
            now = mail.dueAt() == null ? now : mail.dueAt();
        }

        assertThat(mail.status()).isEqualTo(Status.BOUNCED);
        assertThat(mail.trouble()).isEqualTo(new Trouble(Reason.GAVE_UP, "451 4.7.1"));
        assertThat(Duration.between(times.getFirst(), times.getLast()))
                .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusHours(6));
        assertThat(times).hasSizeBetween(12, 24);
    }

    @Test
    void anOutageOfOwnerOrServerCountsAsNoTry() {
        var mail = queued();
        for (int i = 0; i < 1000; i++) {
            mail = mail.sending(SOON).putBack(SOON).state();
        }

        assertThat(mail.status()).isEqualTo(Status.QUEUED);
        assertThat(mail.tries()).isEqualTo(Tries.NONE);
        assertThat(mail.dueAt()).isEqualTo(SOON);
    }

    @Test
    void aRefusedMailThatIsPutBackIsStillARefusedOne() {
        var refused = queued().sending(SOON).refusedForNow("450", NOW, PATIENCE).state();

        assertThat(refused.putBack(SOON).state().status()).isEqualTo(Status.DEFERRED);
        assertThat(refused.putBack(SOON).state().trouble()).isEqualTo(refused.trouble());
    }

    @Test
    void laterIsAskedAgainEverMoreSlowlyAndWithoutEnd() {
        var mail = queued();
        for (int i = 0; i < 1000; i++) {
            mail = mail.delayed(Reason.OWNER_LATER, NOW, PATIENCE).state();
        }

        assertThat(mail.status()).isEqualTo(Status.QUEUED);
        assertThat(mail.dueAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void anAddressOverItsLimitWaitsForTomorrowAndNotForEver() {
        var tomorrow = NOW.plus(Duration.ofHours(10));
        var mail = queued().overTheLimit(NOW, tomorrow, PATIENCE).state();
        assertThat(mail.status()).isEqualTo(Status.QUEUED);
        assertThat(mail.dueAt()).isEqualTo(tomorrow);

        var late = mail.overTheLimit(NOW.plus(Duration.ofDays(3)), tomorrow, PATIENCE);
        assertThat(late.state().status()).isEqualTo(Status.SUPPRESSED);
        assertThat(late.state().trouble()).isEqualTo(Trouble.of(Reason.DAILY_LIMIT));
        assertThat(wireName(late)).isEqualTo("mail.suppressed.v1");
    }

    @Test
    void aHarmlessMailInDoubtIsSentAgainButNotForEver() {
        var mail = queued();
        for (int i = 1; i < Mail.MOST_DOUBTS; i++) {
            mail = mail.sending(SOON).doubted(true, NOW).state();
            assertThat(mail.status()).isEqualTo(Status.QUEUED);
            assertThat(mail.dueAt()).isEqualTo(NOW);
        }
        assertThat(mail.sending(SOON).doubted(true, NOW).state().status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void anotherMailInDoubtWaitsForStaff() {
        var change = queued().sending(SOON).doubted(false, NOW);

        assertThat(change.state().status()).isEqualTo(Status.UNKNOWN);
        assertThat(wireName(change)).isEqualTo("mail.doubted.v1");
    }

    @Test
    void staffMayTryAgainWhatDidNotArrive() {
        for (var status : List.of(Status.BOUNCED, Status.SUPPRESSED, Status.UNKNOWN, Status.DEFERRED, Status.QUEUED)) {
            var again = in(status, null).tryAgain(NOW).state();
            assertThat(again.status()).isEqualTo(Status.QUEUED);
            assertThat(again.tries()).isEqualTo(Tries.NONE);
            assertThat(again.trouble()).isNull();
            assertThat(again.dueAt()).isEqualTo(NOW);
        }
    }

    @Test
    void staffCannotTryAgainWhatIsOnItsWayOrHasArrived() {
        for (var mail : List.of(
                in(Status.SENT, null),
                in(Status.CANCELLED, null),
                in(Status.SENDING, UUID.randomUUID()),
                in(Status.QUEUED, UUID.randomUUID()))) {
            assertThatThrownBy(() -> mail.tryAgain(NOW)).isInstanceOf(MailRefusal.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"SENT", "CANCELLED", "BOUNCED", "SUPPRESSED", "UNKNOWN"})
    void whatIsFinishedDoesNotMoveByItself(Status end) {
        var moves = List.<Function<Mail, Object>>of(
                mail -> mail.sending(SOON),
                mail -> mail.sent(NOW),
                mail -> mail.noLongerNeeded(NOW),
                mail -> mail.bounced(Trouble.of(Reason.MAIL_REFUSED), NOW),
                mail -> mail.refusedForNow("450", NOW, PATIENCE),
                mail -> mail.suppressed(NOW));
        for (var move : moves) {
            assertThatIllegalStateException().isThrownBy(() -> move.apply(in(end, null)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"SENT", "UNKNOWN"})
    void aMailThatHasLeftMayComeBackOnce(Status end) {
        var change = in(end, null)
                .cameBack(new Trouble(Reason.ADDRESS_REFUSED, "5.1.1"), SOON)
                .orElseThrow();

        assertThat(wireName(change)).isEqualTo("mail.bounced.v1");
        assertThat(change.state().status()).isEqualTo(Status.BOUNCED);
        assertThat(change.state().version()).isEqualTo(8);
        assertThat(change.state().finishedAt()).isEqualTo(SOON);
        assertThat(change.state().cameBack(Trouble.of(Reason.MAIL_REFUSED), SOON))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"SENT", "UNKNOWN"},
            mode = EnumSource.Mode.EXCLUDE)
    void aMailThatIsNotKnownToHaveLeftDoesNotComeBack(Status status) {
        assertThat(in(status, null).cameBack(Trouble.of(Reason.ADDRESS_REFUSED), NOW))
                .isEmpty();
    }

    @Test
    void nothingIsSentThatWasNotMarkedFirst() {
        assertThatIllegalStateException().isThrownBy(() -> queued().sent(NOW));
        assertThatIllegalStateException().isThrownBy(() -> queued().doubted(false, NOW));
    }

    @Test
    void theWorldLearnsHowAMailEndedAndNotToWhom() {
        var bounced = queued().sending(SOON)
                .bounced(new Trouble(Reason.ADDRESS_REFUSED, "550 5.1.1"), NOW)
                .state();

        assertThat(MailMessage.of(bounced))
                .isEqualTo(new MailMessage(
                        bounced.id(),
                        3,
                        "bounced",
                        "petitions",
                        "signature.confirm",
                        REQUEST.aggregate(),
                        1,
                        "address-refused",
                        NOW,
                        NOW));
    }
}
