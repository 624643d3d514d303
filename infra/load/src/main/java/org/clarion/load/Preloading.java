package org.clarion.load;

import java.time.Duration;
import org.clarion.load.people.Crowd;
import org.clarion.load.platform.Address;
import org.clarion.load.platform.DashboardTotals;
import org.clarion.load.platform.Preload;
import org.clarion.load.platform.Visitor.Petition;
import org.clarion.load.run.Failure;
import org.clarion.load.run.Patience;
import org.clarion.load.run.Signing;
import org.clarion.load.run.Visitors;

/** Brings a petition to many signatures before it is measured: one comes the real way, the others are its copies. */
final class Preloading {

    private final Address address;
    private final Petition petition;
    private final Crowd crowd;
    private final Visitors visitors;
    private final Failure failure;
    private final Patience patience;

    Preloading(
            Address address, Petition petition, Crowd crowd, Visitors visitors, Duration standstill, Failure failure) {
        this.address = address;
        this.petition = petition;
        this.crowd = crowd;
        this.visitors = visitors;
        this.failure = failure;
        this.patience = new Patience(standstill, failure);
    }

    /** Returns when all of them are counted and petitions has nothing left to send. */
    void run(long count, DashboardTotals totals) {
        long before = totals.now().total();
        signOne();
        await(totals, before + 1);
        try (var preload = new Preload(address)) {
            preload.copy(petition.id(), crowd, count - 1);
            preload.publish();
            await(totals, before + count);
            if (!patience.until(() -> preload.waiting() == 0, preload::waiting)) {
                throw new Trouble("petitions still has something to send");
            }
        }
    }

    private void signOne() {
        try (var confirming = Signing.confirming(address.mail(), crowd.addresses(), visitors, 1, failure)) {
            new Signing(visitors, petition, crowd).sign(0, System.nanoTime());
            if (!patience.untilReached(1, confirming::done)) {
                throw new Trouble("The signature to copy was never confirmed: no mail came");
            }
        }
    }

    private void await(DashboardTotals totals, long wanted) {
        if (!patience.untilReached(wanted, () -> totals.now().total())) {
            throw new Trouble(
                    "The dashboard never counted the %,d signatures that were put there first".formatted(wanted));
        }
    }
}
