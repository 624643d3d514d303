package org.clarion.notifications.bounce;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks into the mailbox of bounces again and again, where there is one. Outlives every failure of mailbox and store. */
@Component
public class BounceReading implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BounceReading.class);

    private final BounceSettings settings;
    private final BounceDesk desk;
    private final Clock clock;
    private volatile @Nullable Instant silentSince;
    private volatile boolean running;
    private @Nullable Thread reader;

    BounceReading(BounceSettings settings, BounceDesk desk, Clock clock) {
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
    }

    /** Since when the mailbox has not answered; empty while it does, and where there is none. */
    public Optional<Instant> silentSince() {
        return Optional.ofNullable(silentSince);
    }

    private void read(BounceMailbox mailbox, BounceSettings.Mailbox where) {
        while (running) {
            try {
                var look = mailbox.look();
                if (silentSince != null) {
                    log.info("The mailbox of bounces answers again");
                    silentSince = null;
                }
                if (look.bounced() + look.nothing() > 0) {
                    log.info("Read {} bounces, and {} messages that change nothing", look.bounced(), look.nothing());
                }
            } catch (MessagingException | RuntimeException e) {
                if (silentSince == null) {
                    silentSince = clock.instant();
                    log.warn("Bounces cannot be read: {}", e.getClass().getSimpleName());
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(where.pollEvery().toMillis());
            } catch (InterruptedException e) {
                return; // the service ends
            }
        }
    }

    @Override
    public synchronized void start() {
        var where = settings.mailbox();
        running = true;
        if (where != null) {
            var mailbox = new BounceMailbox(where, desk, clock);
            reader = Thread.ofPlatform().daemon().name("bounces").start(() -> read(mailbox, where));
        }
    }

    /** What a look that is broken off has not marked is read again by the next one. */
    @Override
    public synchronized void stop() {
        running = false;
        var ending = reader;
        reader = null;
        if (ending != null) {
            ending.interrupt();
            try {
                ending.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the outbox has started, and stopped before it. */
    @Override
    public int getPhase() {
        return 100;
    }
}
