package org.clarion.load;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.clarion.load.counts.Comparison;
import org.clarion.load.counts.Comparison.Difference;
import org.clarion.load.counts.Counts;
import org.clarion.load.members.RollHistory;
import org.clarion.load.people.Crowd;
import org.clarion.load.platform.Address;
import org.clarion.load.platform.DashboardTotals;
import org.clarion.load.platform.Launcher;
import org.clarion.load.platform.LetterAction;
import org.clarion.load.platform.LetterRecord;
import org.clarion.load.platform.LetterRecords;
import org.clarion.load.platform.LetterStaff;
import org.clarion.load.platform.MailArchive;
import org.clarion.load.proof.LetterProof;
import org.clarion.load.proof.LetterProof.Writer;
import org.clarion.load.run.Arrivals;
import org.clarion.load.run.Failure;
import org.clarion.load.run.Happenings;
import org.clarion.load.run.Happenings.Happening;
import org.clarion.load.run.Patience;
import org.clarion.load.run.ProgressBar;
import org.clarion.load.run.Visitors;
import org.clarion.load.run.Writing;

/** One run of the letters drill, from the state of half a year ago to the proof. */
final class LetterTrial {

    /**
     * @param expected how many of the crowd live where
     * @param seconds over how long they come
     * @param patience how long nothing may move
     */
    record Plan(
            RollHistory history,
            Crowd crowd,
            Counts expected,
            long seed,
            int seconds,
            int kills,
            int readers,
            Duration patience) {}

    /** Changes happen and parts are killed while people come, but not before the first of them and after the last. */
    private static final double FROM = 0.1;

    private static final double UNTIL = 0.9;

    private static final List<String> PARTS = List.of("letters", "mail");

    /** What a mail server has taken has reached its folder by then. */
    private static final Duration MAIL_IS_SEEN = Duration.ofSeconds(5);

    private final Address address;
    private final LetterRecords records;
    private final Plan plan;
    private final PrintWriter out;
    private final Failure failure = new Failure();
    private final AtomicInteger doubts = new AtomicInteger();

    LetterTrial(Address address, LetterRecords records, Plan plan, PrintWriter out) {
        this.address = address;
        this.records = records;
        this.plan = plan;
        this.out = out;
    }

    LetterFigures run() {
        var archive = MailArchive.from(address.mail());
        try (var staff = new LetterStaff(address);
                var visitors = new Visitors(address.url(), plan.patience())) {
            var campaigner = new Campaigner(staff, plan.patience());
            campaigner.tell(plan.history().before(), plan.history().begin());
            var slug = campaigner.launch(plan.seed());
            var action = visitors.ask(visitor -> LetterAction.read(visitor, slug));
            long start = System.nanoTime();
            var written = write(campaigner, action, visitors, archive);
            var letters = records.of(action.id());
            var findings = new LetterProof(writers(), letters, archive.arrived(any -> true), campaigner.chronicle())
                    .findings();
            return new LetterFigures(
                    scene(), written, findings, miscounted(action, letters), (System.nanoTime() - start) / 1e9);
        }
    }

    private LetterFigures.Scene scene() {
        var history = plan.history();
        return new LetterFigures.Scene(
                plan.seed(),
                plan.crowd().size(),
                history.before().seats().size(),
                history.changes(),
                history.days().size());
    }

    private Map<String, Writer> writers() {
        return LongStream.range(0, plan.crowd().size())
                .mapToObj(number -> new Writer(
                        plan.crowd().signer(number), String.valueOf(plan.crowd().seatOf(number))))
                .collect(Collectors.toMap(writer -> writer.signer().email(), writer -> writer));
    }

    /** Returns when every letter has come to rest, or nothing moves any more. */
    private LetterFigures.Course write(
            Campaigner campaigner, LetterAction action, Visitors visitors, MailArchive archive) {
        var crowd = plan.crowd();
        var random = new Random(plan.seed());
        var kills = new Kills(new Launcher(address), PARTS, plan.kills(), random);
        var writing = new Writing(visitors, action, crowd);
        try (var confirming = Writing.confirming(address.mail(), crowd.addresses(), visitors, plan.readers(), failure);
                var rewording = Writing.rewording(address.mail(), crowd.addresses(), action, visitors, failure)) {
            var changes = Happenings.during(changes(campaigner), writing::accepted, failure);
            var killing = Happenings.during(
                    kills.at(random.doubles(plan.kills(), FROM, UNTIL)
                            .sorted()
                            .mapToLong(this::at)
                            .toArray()),
                    writing::accepted,
                    failure);
            new ProgressBar(out, crowd.size(), "written", writing::accepted, "confirmed", confirming::done)
                    .during(() -> {
                        Arrivals.run(
                                crowd.size(),
                                (double) crowd.size() / plan.seconds(),
                                plan.seed(),
                                failure,
                                (number, due) -> writing.write(number));
                        changes.await();
                        killing.await();
                        patience().untilReached(crowd.size(), confirming::done);
                    });
            failure.check();
            new ProgressBar(
                            out,
                            crowd.size(),
                            "held",
                            () -> records.unsent(action.id()).stream()
                                    .filter(LetterRecord::isHeld)
                                    .count(),
                            "sent",
                            () -> records.count(action.id())
                                    - records.unsent(action.id()).size())
                    .during(() -> {
                        awaitRest(campaigner, action, archive);
                        awaitTelling(action, archive);
                    });
            failure.check();
            return new LetterFigures.Course(
                    confirming.done(),
                    rewording.done(),
                    visitors.repeated(),
                    confirming.mailedTwice(),
                    kills.done(),
                    doubts.get());
        }
    }

    /** The days of the changes, as far apart as they were. */
    private List<Happening> changes(Campaigner campaigner) {
        var history = plan.history();
        var first = history.days().getFirst().on();
        double length = Math.max(1, ChronoUnit.DAYS.between(first, history.end()));
        return history.days().stream()
                .map(day -> new Happening(
                        at(FROM + (UNTIL - FROM) * ChronoUnit.DAYS.between(first, day.on()) / length),
                        () -> campaigner.tell(day.roll(), null)))
                .toList();
    }

    /** @param part of all who come */
    private long at(double part) {
        return Math.round(part * plan.crowd().size());
    }

    /** No letter is queued or under way, and those that are held are held for good reason. */
    private void awaitRest(Campaigner campaigner, LetterAction action, MailArchive archive) {
        patience()
                .until(
                        () -> {
                            var unsent = records.unsent(action.id());
                            unsent.stream()
                                    .filter(this::isToBeDecided)
                                    .forEach(letter -> decide(letter, campaigner, archive));
                            return records.count(action.id()) >= plan.crowd().size()
                                    && unsent.stream().allMatch(letter -> rests(letter, campaigner));
                        },
                        () -> records.unsent(action.id()).hashCode());
    }

    private static boolean rests(LetterRecord letter, Campaigner campaigner) {
        var reason = LetterProof.reasonToHold(campaigner.chronicle().latest(letter.seat()));
        return letter.isHeld() && !letter.underWay() && reason != null && reason.equals(letter.hold());
    }

    private boolean isToBeDecided(LetterRecord letter) {
        var since = letter.waitingSince();
        return letter.isInDoubt() && since != null && since.plus(MAIL_IS_SEEN).isBefore(Instant.now());
    }

    private void decide(LetterRecord letter, Campaigner campaigner, MailArchive archive) {
        var to = letter.to();
        var arrived = to != null
                && archive.arrived(LetterProof.office(to)::equals).stream()
                        .anyMatch(mail -> letter.supporter().equals(mail.replyTo()));
        campaigner.decide(letter, arrived);
        doubts.incrementAndGet();
    }

    private void awaitTelling(LetterAction action, MailArchive archive) {
        var held = records.unsent(action.id()).stream()
                .filter(LetterRecord::isHeld)
                .map(LetterRecord::supporter)
                .collect(Collectors.toSet());
        patience()
                .untilReached(
                        held.size(),
                        () -> archive.arrived(held::contains).stream()
                                .filter(LetterProof::saysThatItIsHeld)
                                .map(mail -> mail.recipient())
                                .distinct()
                                .count());
    }

    /** What the dashboard shows of confirmed, sent and held letters and should not, once nothing moves any more. */
    private List<String> miscounted(LetterAction action, List<LetterRecord> letters) {
        var wanted = new TreeMap<String, Counts>();
        wanted.put("confirmed", plan.expected());
        wanted.put("sent", counts(letters, LetterRecord::isOut));
        wanted.put("held", counts(letters, LetterRecord::isHeld));
        try (var totals = new DashboardTotals(address, action.id())) {
            var latest = new TreeMap<String, Counts>();
            patience()
                    .until(
                            () -> wanted.entrySet().stream().allMatch(measure -> {
                                latest.put(measure.getKey(), totals.now(measure.getKey()));
                                return differences(measure.getValue(), latest.get(measure.getKey()))
                                        .isEmpty();
                            }),
                            latest::hashCode);
            var faults = new ArrayList<String>();
            wanted.forEach((measure, expected) -> differences(expected, totals.now(measure))
                    .forEach(difference -> faults.add(measure + " in " + difference)));
            return faults;
        }
    }

    private static List<Difference> differences(Counts expected, Counts counted) {
        return Comparison.of(expected, Counts.of(Map.of(), Map.of()), counted).differences();
    }

    private static Counts counts(List<LetterRecord> letters, Predicate<LetterRecord> which) {
        var seats = letters.stream()
                .filter(which)
                .collect(Collectors.groupingBy(LetterRecord::seat, Collectors.counting()));
        long all = letters.stream().filter(which).count();
        return Counts.of(seats, all == 0 ? Map.of() : Map.of("GB", all));
    }

    private Patience patience() {
        return new Patience(plan.patience(), failure);
    }
}
