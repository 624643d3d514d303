package org.clarion.notifications.sending;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.clarion.notifications.mail.Mail;
import org.clarion.notifications.mail.Mails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** The leases of this instance, kept alive while their workers live. */
@Component
class Leases {

    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    record Leased(Lease lease, List<Mail> mails) {}

    private final Mails mails;
    private final SendingSettings settings;
    private final Clock clock;
    private final Set<Lease> live = ConcurrentHashMap.newKeySet();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Leases(Mails mails, SendingSettings settings, Clock clock, TaskScheduler scheduler) {
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
        scheduler.scheduleAtFixedRate(this::renew, settings.lease().dividedBy(4));
    }

    /** Takes what is due. One worker of this instance at a time, so that they do not run after the same mails. */
    Leased take(List<String> restingOwners) {
        oneAtATime.lock();
        try {
            var now = clock.instant();
            var due = mails.due(now, restingOwners, settings.batch());
            var lease = new Lease(UUID.randomUUID(), due, now.plus(settings.lease()));
            var taken = due.isEmpty() ? List.<Mail>of() : mails.lease(due, lease.token(), now, lease.until());
            if (!taken.isEmpty()) {
                live.add(lease);
            }
            return new Leased(lease, taken);
        } finally {
            oneAtATime.unlock();
        }
    }

    void end(Lease lease) {
        live.remove(lease);
    }

    private void renew() {
        var leases = List.copyOf(live);
        if (leases.isEmpty()) {
            return;
        }
        var until = clock.instant().plus(settings.lease());
        var ids = leases.stream().flatMap(lease -> lease.mails().stream()).toList();
        try {
            mails.renew(leases.stream().map(Lease::token).toList(), ids, until);
            leases.forEach(lease -> lease.extend(until));
        } catch (DataAccessException e) {
            log.warn("Leases could not be renewed: {}", e.getClass().getSimpleName());
        }
    }
}
