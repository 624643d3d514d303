package org.clarion.load;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.clarion.load.people.Parties;
import org.clarion.load.platform.Address;
import org.clarion.load.platform.DashboardTotals;
import org.clarion.load.platform.Gathering;
import org.clarion.load.platform.Hall;
import org.clarion.load.platform.Launcher;
import org.clarion.load.platform.MailArchive;
import org.clarion.load.platform.MailFolder;
import org.clarion.load.platform.SeatRecords;
import org.clarion.load.platform.StaffForms;
import org.clarion.load.proof.HallHistory;
import org.clarion.load.proof.SeatFindings;
import org.clarion.load.proof.SeatProof;
import org.clarion.load.run.Arrivals;
import org.clarion.load.run.Failure;
import org.clarion.load.run.Happenings;
import org.clarion.load.run.Happenings.Happening;
import org.clarion.load.run.Lookout;
import org.clarion.load.run.Patience;
import org.clarion.load.run.ProgressBar;
import org.clarion.load.run.Registering;
import org.clarion.load.run.Visitors;

/** One part of a seats drill, from a gathering that opens to the proof that everybody has the right answer. */
final class SeatTrial {

    /**
     * @param run from 1
     * @param furtherPort where the second instance of the service listens
     * @param patience how long nothing may move
     * @param quiet how long nothing may move once all is as it should be
     */
    record Plan(
            int run,
            SeatPart part,
            int people,
            int places,
            long seed,
            int kills,
            int furtherPort,
            int readers,
            Duration patience,
            Duration quiet) {}

    private static final String SERVICE = "registrations";

    /** All that come, come at once: how fast is for the platform to say. */
    private static final double AT_ONCE = 1e9;

    /** Staff change the number of places when this much has been registered and confirmed. */
    private static final double[] RESIZED_AT = {0.3, 0.65};

    private static final double FIRST_IN_WAVE = 0.1;
    private static final double LAST_IN_WAVE = 0.9;

    private final Address address;
    private final SeatRecords records;
    private final Plan plan;
    private final PrintWriter out;
    private final Failure failure = new Failure();
    private final Parties parties;
    private final List<Integer> capacities;
    private final HallHistory history;
    private final Random random;
    private final Launcher launcher;

    SeatTrial(Address address, SeatRecords records, Plan plan, PrintWriter out) {
        this.address = address;
        this.records = records;
        this.plan = plan;
        this.out = out;
        var part = plan.part();
        parties = new Parties(plan.people(), plan.seed(), part.cancelling(), part.largestParty());
        capacities = part.capacities(plan.places());
        history = new HallHistory(capacities);
        random = new Random(plan.seed());
        launcher = new Launcher(address);
    }

    SeatFigures run() {
        var slug = "seats-drill-%s-%s"
                .formatted(
                        Long.toUnsignedString(plan.seed(), 36),
                        Long.toString(Instant.now().getEpochSecond(), 36));
        try (var staff = StaffForms.ofRegistrations(address)) {
            var host = new Host(staff, slug, plan.places(), plan.part().largestParty() - 1, plan.patience());
            if (plan.part() != SeatPart.KILLED) {
                return run(host, slug, List.of(SERVICE), List.of(address.url()));
            }
            var further = launcher.start(SERVICE, plan.furtherPort());
            try {
                // The gateway knows one address of a service; at the other some knock directly.
                var direct = URI.create("http://127.0.0.1:" + plan.furtherPort());
                return run(host, slug, List.of(SERVICE, further), List.of(address.url(), direct, address.url()));
            } finally {
                launcher.stop(further);
            }
        }
    }

    private SeatFigures run(Host host, String slug, List<String> instances, List<URI> doors) {
        var archive = MailArchive.from(address.mail());
        var told = new ConcurrentHashMap<String, Long>();
        var kills = new Kills(launcher, instances, plan.part() == SeatPart.KILLED ? plan.kills() : 0, random);
        try (var visitors = new Visitors(doors, plan.patience());
                var _ = MailFolder.follow(
                        address.mail(), mail -> told.putIfAbsent(mail.recipient(), System.nanoTime()))) {
            var gathering = visitors.ask(visitor -> Gathering.read(visitor, slug));
            var registering = new Registering(visitors, gathering, parties);
            long start = System.nanoTime();
            try (var lookout = new Lookout(records, gathering.id(), history, failure);
                    var confirming = registering.confirming(address.mail(), plan.readers(), failure);
                    var _ = registering.cancelling(address.mail(), failure);
                    var _ = registering.answering(address.mail(), failure)) {
                var killing = Happenings.during(kills.at(moments(plan.kills())), registering::accepted, failure);
                var noMoreCome = new AtomicBoolean();
                var resizing = Happenings.during(
                        resizes(host, lookout),
                        () -> noMoreCome.get() ? Long.MAX_VALUE : registering.accepted() + confirming.done(),
                        failure);
                new ProgressBar(out, parties.size(), "registered", registering::accepted, "confirmed", confirming::done)
                        .during(() -> {
                            come(registering);
                            killing.await();
                            patience().untilReached(parties.size(), confirming::done);
                            noMoreCome.set(true);
                            resizing.await();
                        });
                failure.check();
                settle(gathering, archive);
            }
            new Patience(plan.quiet(), failure).until(() -> false, archive::size);
            var miscounted = miscounted(gathering);
            return new SeatFigures(
                    plan.run(),
                    plan.part(),
                    new SeatFigures.Scene(plan.seed(), parties.size(), capacities),
                    SeatSpeed.of(records.of(gathering.id()), registering.came(), history.firstSeen(), told),
                    new SeatFigures.Course(history.looks(), history.most(), visitors.repeated(), kills.done()),
                    findings(gathering, archive),
                    history.faults(),
                    miscounted,
                    (System.nanoTime() - start) / 1e9);
        }
    }

    /** In as many waves as there are kills, so that each hits people who come; without any, all at once. */
    private void come(Registering registering) {
        int waves = plan.part() == SeatPart.KILLED ? Math.max(1, plan.kills()) : 1;
        for (int wave = 0; wave < waves; wave++) {
            int first = startOf(wave, waves);
            Arrivals.run(
                    startOf(wave + 1, waves) - first,
                    AT_ONCE,
                    plan.seed(),
                    failure,
                    (number, due) -> registering.register(parties.get(first + (int) number), due));
        }
    }

    private int startOf(int wave, int waves) {
        return (int) ((long) parties.size() * wave / waves);
    }

    /** One in each wave. */
    private long[] moments(int kills) {
        return IntStream.range(0, kills)
                .mapToLong(wave ->
                        Math.round((wave + random.nextDouble(FIRST_IN_WAVE, LAST_IN_WAVE)) * parties.size() / kills))
                .toArray();
    }

    private List<Happening> resizes(Host host, Lookout lookout) {
        return IntStream.range(1, capacities.size())
                .mapToObj(i -> new Happening(Math.round(RESIZED_AT[i - 1] * 2 * parties.size()), () -> {
                    host.resize(capacities.get(i));
                    lookout.look();
                    history.answered(i);
                }))
                .toList();
    }

    /** Returns when everybody has what they should have, or nothing moves any more. */
    private void settle(Gathering gathering, MailArchive archive) {
        var latest = new AtomicReference<>(findings(gathering, archive));
        patience()
                .until(
                        () -> latest.updateAndGet(_ -> findings(gathering, archive))
                                .faults()
                                .isEmpty(),
                        () -> latest.get().hashCode());
    }

    private SeatFindings findings(Gathering gathering, MailArchive archive) {
        var hall = records.hall(gathering.id(), 0).orElseGet(() -> new Hall(0, plan.places(), List.of(), 0));
        return new SeatProof(
                        parties.byEmail(),
                        hall,
                        records.of(gathering.id()),
                        archive.arrived(parties.byEmail()::containsKey))
                .findings();
    }

    private List<String> miscounted(Gathering gathering) {
        try (var totals = new DashboardTotals(address, gathering.id())) {
            return new SeatTotals(records.of(gathering.id())).miscounted(totals, patience());
        }
    }

    private Patience patience() {
        return new Patience(plan.patience(), failure);
    }
}
