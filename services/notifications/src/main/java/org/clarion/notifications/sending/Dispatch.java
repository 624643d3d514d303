package org.clarion.notifications.sending;

import com.mongodb.MongoException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.clarion.notifications.mail.Mails;
import org.clarion.notifications.mail.MailsQueued;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The workers that empty the queue. They outlive every failure of store, owners and mail server. */
@Component
class Dispatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private final Mails mails;
    private final Leases leases;
    private final Preparation preparation;
    private final Delivery delivery;
    private final MailServer server;
    private final Pauses pauses;
    private final SendingSettings settings;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;
    private List<Thread> workers = List.of();

    Dispatch(
            Mails mails,
            Leases leases,
            Preparation preparation,
            Delivery delivery,
            MailServer server,
            Pauses pauses,
            SendingSettings settings,
            Clock clock) {
        this.mails = mails;
        this.leases = leases;
        this.preparation = preparation;
        this.delivery = delivery;
        this.server = server;
        this.pauses = pauses;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void on(MailsQueued queued) {
        if (news.availablePermits() < settings.workers()) {
            news.release();
        }
    }

    private void work() {
        var postbox = new Postbox(server, clock);
        while (running) {
            try {
                if (!round(postbox)) {
                    rest();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (DataAccessException | MongoException e) {
                log.warn("The queue cannot be worked on: {}", e.getClass().getSimpleName());
                restAfterFailure();
            } catch (RuntimeException e) {
                log.error("A round of sending failed", e);
                restAfterFailure();
            }
        }
        postbox.close();
    }

    /** @return whether there was something to do */
    private boolean round(Postbox postbox) {
        var now = clock.instant();
        if (pauses.isResting(Pauses.MAIL_SERVER, now)
                || mails.due(now, pauses.restingOwners(now), 1).isEmpty()) {
            return false;
        }
        var whyNot = postbox.open(); // before anything is leased: without a mail server, nothing is disturbed
        if (whyNot != null) {
            pauses.begin(Pauses.MAIL_SERVER, whyNot, clock.instant());
            return false;
        }
        var leased = leases.take(pauses.restingOwners(now));
        if (leased.mails().isEmpty()) {
            return false;
        }
        try {
            var prepared = preparation.prepare(leased.mails());
            mails.save(prepared.decided());
            if (delivery.deliver(prepared.letters(), leased.lease(), postbox, this::isRunning)) {
                pauses.end(Pauses.MAIL_SERVER);
            }
        } finally {
            leases.end(leased.lease());
        }
        return true;
    }

    private void rest() throws InterruptedException {
        if (news.tryAcquire(settings.pollEvery().toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void restAfterFailure() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.firstPause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        workers = IntStream.rangeClosed(1, settings.workers())
                .mapToObj(number ->
                        Thread.ofPlatform().daemon().name("mail-" + number).start(this::work))
                .toList();
    }

    /** Lets each worker finish the mail in hand; the rest goes back to the queue. */
    @Override
    public void stop() {
        running = false;
        news.release(settings.workers());
        for (var worker : workers) {
            try {
                worker.join(10_000);
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
