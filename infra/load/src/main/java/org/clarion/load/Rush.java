package org.clarion.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.clarion.load.people.Crowd;
import org.clarion.load.people.PostcodePool;
import org.clarion.load.platform.Address;
import org.clarion.load.platform.DashboardTotals;
import org.clarion.load.platform.Processes;
import org.clarion.load.platform.Visitor;
import org.clarion.load.platform.Visitor.Petition;
import org.clarion.load.run.Arrivals;
import org.clarion.load.run.Clients;
import org.clarion.load.run.Failure;
import org.clarion.load.run.Following;
import org.clarion.load.run.Patience;
import org.clarion.load.run.Signing;
import org.clarion.load.run.Visitors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what the platform bears and what a signature costs it. */
@Command(
        name = "rush",
        description = {
            "Signs as fast as the platform answers, confirms every mail, and waits until the dashboard counts it all.",
            "A signature is settled when it is confirmed and counted. CPU and memory are those of all processes of the"
                    + " platform, this tool left out."
        },
        mixinStandardHelpOptions = true)
public final class Rush implements Callable<Integer> {

    /** From where on the crowd is numbered that comes before the measuring. */
    private static final long WARMING_UP = 1L << 40;

    @Mixin
    private Address address = new Address();

    @Mixin
    private DrillOptions options = new DrillOptions();

    @Option(
            names = "--petition",
            paramLabel = "SLUG",
            description = "The open petition to sign (the first on the list).")
    private @Nullable String slug;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "64",
            description = "How many sign at a time, each waiting for the answer (${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "Arrivals a second instead, whether or not earlier ones are answered: for the times at a given load.")
    private @Nullable Double rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long people come (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "How long people come, and settle, before anything is measured (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--preload",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Signatures to put on the petition first: copies of one, written to the store and republished.")
    private long preload;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures there as well.")
    private @Nullable Path json;

    private final Failure failure = new Failure();

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Rush()).execute(arguments));
    }

    @Override
    public Integer call() {
        return options.run(out -> {
            var figures = measured();
            tell(out, figures);
            return figures.lost() == 0;
        });
    }

    private void tell(PrintWriter out, Figures figures) {
        out.print(figures.table());
        out.flush();
        if (json != null) {
            Json.write(json, figures);
        }
    }

    private Figures measured() {
        long crowdSeed = options.seed();
        var postcodes = PostcodePool.of(address.places());
        var crowd = Crowd.endless(postcodes, crowdSeed);
        try (var visitor = new Visitor(address.url());
                var visitors = new Visitors(address.url(), options.patience())) {
            var petition = visitor.petition(slug == null ? visitor.firstOpenPetition() : slug);
            try (var totals = new DashboardTotals(address, petition.id());
                    var confirming = Signing.confirming(
                            address.mail(), crowd.addresses(), visitors, options.readers(), failure)) {
                if (preload > 0) {
                    var others = Crowd.endless(postcodes, crowdSeed + 1);
                    new Preloading(address, petition, others, visitors, options.patience(), failure)
                            .run(preload, totals);
                }
                var scene = new Scene(petition, crowd, visitors, confirming, totals);
                if (warmUp > 0) {
                    let(scene, warmUp, WARMING_UP);
                }
                var usedBefore = processes().now();
                var wave = let(scene, seconds, 0);
                return Figures.of(
                        new Figures.Load(rate == null ? clients : null, rate, seconds, wave.counted()),
                        wave.progress(),
                        wave.signing().micros(),
                        usedBefore,
                        processes().now());
            }
        }
    }

    private Processes processes() {
        return new Processes(address.processes());
    }

    private record Scene(
            Petition petition, Crowd crowd, Visitors visitors, Following confirming, DashboardTotals totals) {}

    /** @param counted on the dashboard before the first one came */
    private record Wave(long counted, Signing signing, Figures.Progress progress) {}

    /** People come for some time, from a number of the crowd on; returns when all of them are settled or nothing moves. */
    private Wave let(Scene scene, int comeSeconds, long from) {
        var signing = new Signing(scene.visitors(), scene.petition(), scene.crowd());
        long counted = scene.totals().now().total();
        long confirmed = scene.confirming().done();
        long repeated = scene.visitors().repeated();
        long mailedTwice = scene.confirming().mailedTwice();
        long start = System.nanoTime();
        Arrivals.Visit visit = (number, due) -> signing.sign(from + number, due);
        if (rate == null) {
            Clients.run(clients, Duration.ofSeconds(comeSeconds), failure, visit);
        } else {
            Arrivals.run(Math.round(rate * comeSeconds), rate, comeSeconds, failure, visit);
        }
        failure.check();
        double signed = (System.nanoTime() - start) / 1e9;
        var patient = new Patience(options.patience(), failure);
        patient.untilReached(confirmed + signing.accepted(), scene.confirming()::done);
        patient.untilReached(
                counted + signing.accepted(), () -> scene.totals().now().total());
        double settled = (System.nanoTime() - start) / 1e9;
        var progress = new Figures.Progress(
                signing.accepted(),
                signed,
                scene.totals().now().total() - counted,
                settled,
                scene.visitors().repeated() - repeated,
                scene.confirming().mailedTwice() - mailedTwice);
        return new Wave(counted, signing, progress);
    }
}
