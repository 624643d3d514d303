package org.clarion.notifications.sending;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.clarion.testsupport.Backends;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole service on real backends, with leases, pauses and retries short enough to watch. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "clarion.services.absent=http://127.0.0.1:1",
            "notifications.sending.lease=1s",
            "notifications.sending.poll-every=50ms",
            "notifications.sending.first-pause=50ms",
            "notifications.sending.longest-pause=200ms",
            "notifications.mail.first-retry=100ms",
            "notifications.mail.first-delay=100ms",
            "notifications.mail.longest-delay=200ms"
        })
@Import({Backends.class, SendingBackends.class})
public @interface NotificationsTest {}
