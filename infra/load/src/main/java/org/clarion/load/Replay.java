package org.clarion.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
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
import org.clarion.load.run.Confirming;
import org.clarion.load.run.Failure;
import org.clarion.load.run.Patience;
import org.clarion.load.run.ProgressBar;
import org.clarion.load.run.Signing;
import org.clarion.load.run.Visitors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets as many people sign as once signed a real petition, and holds every constituency and country against it. */
@Command(
        name = "replay",
        description =
                "Signs and confirms as the people of a real petition did, then compares every constituency and country.",
        mixinStandardHelpOptions = true)
public final class Replay implements Callable<Integer> {

    @Mixin
    private Address address = new Address();

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

    @Option(names = "--readers", paramLabel = "N", defaultValue = "16", description = "How many read mail at a time.")
    private int readers;

    @Option(names = "--seed", paramLabel = "N", description = "Makes the same people come again (random).")
    private @Nullable Long seed;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long nothing may move before this gives up (${DEFAULT-VALUE}).")
    private int patience;

    @Spec
    private @Nullable CommandSpec spec;

    private final Failure failure = new Failure();

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Replay()).execute(arguments));
    }

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(spec).commandLine();
        try {
            return replay(command.getOut()) ? 0 : 1;
        } catch (Trouble trouble) {
            command.getErr().println(trouble.getMessage());
            command.getErr().flush();
            return 1;
        }
    }

    private boolean replay(PrintWriter out) {
        var counts = CountsFile.read(file).scaled(scale);
        long crowdSeed = seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
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
                var visitors = new Visitors(address.url(), Duration.ofSeconds(patience))) {
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
        try (var confirming = new Confirming(address.mail(), crowd.addresses(), visitors, readers, failure)) {
            var bar = new ProgressBar(out, isTerminal(), crowd.size(), signing::accepted, confirming::confirmed);
            bar.during(() -> {
                Arrivals.run(crowd.size(), rate, crowd.size(), failure, signing::sign);
                new Patience(Duration.ofSeconds(patience), failure).untilReached(crowd.size(), confirming::confirmed);
            });
            failure.check();
            out.printf(
                    "%,d signed and %,d confirmed in %,.0f s; %,d tries repeated, %,d mails twice%n",
                    signing.accepted(),
                    confirming.confirmed(),
                    (System.nanoTime() - start) / 1e9,
                    visitors.repeated(),
                    confirming.mailedTwice());
        }
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    /** The comparison once it is exact, or as it stands when nothing moves any more. */
    private Comparison settled(Counts counts, Counts before, DashboardTotals totals) {
        var latest = new Object() {
            Counts counts = before;
        };
        new Patience(Duration.ofSeconds(patience), failure)
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
