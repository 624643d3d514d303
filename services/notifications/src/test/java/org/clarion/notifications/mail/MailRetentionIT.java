package org.clarion.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.clarion.notifications.mail.Trouble.Reason;
import org.clarion.notifications.sending.NotificationsTest;
import org.clarion.servicedefaults.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationsTest
class MailRetentionIT {

    @Autowired
    Mails mails;

    @Autowired
    MailRetention retention;

    private Mail queued() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var request = new Request("petitions", "a", "a", Ids.next(), 1, "claim", now);
        var asked = Mail.asked(request, null, now.plus(Duration.ofDays(1)));
        mails.add(List.of(asked));
        return asked.state();
    }

    private Mail finished(Duration ago) {
        var then = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(ago);
        return mails.save(List.of(queued().bounced(Trouble.of(Reason.NO_ADDRESS), then)))
                .getFirst();
    }

    @Test
    void aMailIsDeletedThirtyDaysAfterItsEndAndNotBefore() {
        var old = finished(Duration.ofDays(30).plusMinutes(1));
        var recent = finished(Duration.ofDays(29));
        var waiting = queued();

        await().untilAsserted(() -> {
            retention.deleteOld(); // what still has to be published stays for the next time
            assertThat(mails.find(old.id())).isEmpty();
        });
        assertThat(mails.find(recent.id())).contains(recent);
        assertThat(mails.find(waiting.id())).contains(waiting);
        assertThat(retention.deleteOld()).isZero();
    }
}
