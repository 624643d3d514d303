package org.clarion.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clarion.load.counts.Comparison;
import org.clarion.load.counts.Counts;
import org.clarion.load.counts.CountsFile;
import org.clarion.load.people.Crowd;
import org.clarion.load.people.PostcodePool;
import org.clarion.load.platform.Address;
import org.clarion.load.platform.DashboardTotals;
import org.clarion.load.platform.Visitor;
import org.clarion.load.run.Arrivals;
import org.clarion.load.run.Failure;
import org.clarion.load.run.Patience;
import org.clarion.load.run.ProgressBar;
import org.clarion.load.run.Signing;
import org.clarion.load.run.Visitors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets as many people sign as once signed a real petition, and holds every constituency and country against it. */
@Command(
        name = "replay",
        description =
                "Signs and confirms as the people of a real petition did, then compares every constituency and country.",
        mixinStandardHelpOptions = true)
public final class Replay implements Callable<Integer> {

    @Mixin
    private Address address = new Address();

    @Mixin
    private DrillOptions options = new DrillOptions();

    @Option(names = "--petition", required = true, paramLabel = "SLUG", description = "The open petition to sign.")
    private String slug = "";

    @Option(
            names = "--counts",
            required = true,
            paramLabel = "FILE",
            description = "Counts by constituency and country: the JSON of petition.parliament.uk, or a CSV; gzip too.")
    private Path file = Path.of("");

    @Option(
            names = "--scale",
            paramLabel = "F",
            defaultValue = "1",
            description = "Share of the counts (${DEFAULT-VALUE}).")
    private double scale;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "Arrivals a second (${DEFAULT-VALUE}).")
    private double rate;

    private final Failure failure = new Failure();

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Replay()).execute(arguments));
    }

    @Override
    public Integer call() {
        return options.run(this::replay);
    }

    private boolean replay(PrintWriter out) {
        var counts = CountsFile.read(file).scaled(scale);
        long crowdSeed = options.seed();
        var crowd = new Crowd(counts, PostcodePool.of(address.places()), crowdSeed);
        out.printf(
                "%s at scale %s: %,d signatures in %d constituencies and %d countries, seed %d%n",
                file.getFileName(),
                scale,
                counts.total(),
                counts.constituencies().size(),
                counts.countries().size(),
                crowdSeed);
        try (var visitor = new Visitor(address.url());
                var visitors = new Visitors(address.url(), options.patience())) {
            var petition = visitor.petition(slug);
            try (var totals = new DashboardTotals(address, petition.id())) {
                var before = totals.now();
                var signing = new Signing(visitors, petition, crowd);
                signAndConfirm(out, crowd, visitors, signing);
                return told(out, settled(counts, before, totals), signing);
            }
        }
    }

    private void signAndConfirm(PrintWriter out, Crowd crowd, Visitors visitors, Signing signing) {
        long start = System.nanoTime();
        try (var confirming =
                Signing.confirming(address.mail(), crowd.addresses(), visitors, options.readers(), failure)) {
            var bar = new ProgressBar(out, crowd.size(), "signed", signing::accepted, "confirmed", confirming::done);
            bar.during(() -> {
                Arrivals.run(crowd.size(), rate, crowd.size(), failure, signing::sign);
                new Patience(options.patience(), failure).untilReached(crowd.size(), confirming::done);
            });
            failure.check();
            out.printf(
                    "%,d signed and %,d confirmed in %,.0f s; %,d tries repeated, %,d mails twice%n",
                    signing.accepted(),
                    confirming.done(),
                    (System.nanoTime() - start) / 1e9,
                    visitors.repeated(),
                    confirming.mailedTwice());
        }
    }

    /** The comparison once it is exact, or as it stands when nothing moves any more. */
    private Comparison settled(Counts counts, Counts before, DashboardTotals totals) {
        var latest = new Object() {
            Counts counts = before;
        };
        new Patience(options.patience(), failure)
                .until(
                        () -> {
                            latest.counts = totals.now();
                            return Comparison.of(counts, before, latest.counts).isExact();
                        },
                        () -> latest.counts.total());
        return Comparison.of(counts, before, latest.counts);
    }

    private static boolean told(PrintWriter out, Comparison comparison, Signing signing) {
        var micros = signing.micros();
        out.printf(
                "Signing took %.0f ms (median), %.0f ms (95%%), %.0f ms (99%%)%n",
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3);
        comparison.differences().forEach(out::println);
        out.printf(
                "%d constituencies and %d countries compared: %s%n",
                comparison.constituencies(),
                comparison.countries(),
                comparison.isExact()
                        ? "every one is exact"
                        : comparison.differences().size() + " differ");
        out.flush();
        return comparison.isExact();
    }
}
