package org.clarion.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.clarion.load.platform.Address;
import org.clarion.load.platform.SeatRecords;
import org.clarion.load.platform.StoredSeats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets many more people want a place than there are, and looks whether everybody got the answer that is theirs. */
@Command(
        name = "seats-drill",
        description = {
            "Many more people want a place at an event than there are: all at once (1), with three in ten cancelling (2), with"
                    + " the service killed again and again beside a second instance (3), and with staff who change the number of"
                    + " places in the middle (4).",
            "Nobody may ever get a place that is not there, or one before somebody who came earlier; in the end everybody must"
                    + " have one answer and one mail that says so."
        },
        mixinStandardHelpOptions = true)
public final class SeatsDrill implements Callable<Integer> {

    /** From the base port: beside everything that a platform needs itself. */
    private static final int FURTHER_PORT = 30;

    /** Runs and parts of one drill have crowds of their own. */
    private static final int PARTS = 10;

    @Mixin
    private Address address = new Address();

    @Mixin
    private DrillOptions options = new DrillOptions();

    @Option(
            names = "--parts",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2,3,4",
            description = "Which parts to run (${DEFAULT-VALUE}).")
    private List<Integer> parts = List.of();

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many register in each part (${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--places",
            paramLabel = "N",
            defaultValue = "100",
            description = "For how many places (${DEFAULT-VALUE}).")
    private int places;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often to run them, one after the other (${DEFAULT-VALUE}).")
    private int times;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "10",
            description = "How often an instance is killed in part 3 (${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--quiet",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description =
                    "How long nothing more may come once all is as it should be: a second mail is a late one (${DEFAULT-VALUE}).")
    private int quiet;

    @Option(
            names = "--further-port",
            paramLabel = "PORT",
            description = "Where the second instance of part 3 listens (port base + 30).")
    private @Nullable Integer furtherPort;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures there as well.")
    private @Nullable Path json;

    private final Function<Address, SeatRecords> records;

    public SeatsDrill() {
        this(StoredSeats::new);
    }

    /** @param records how to look into what the registrations service keeps */
    SeatsDrill(Function<Address, SeatRecords> records) {
        this.records = records;
    }

    public static void main(String... arguments) {
        System.exit(new CommandLine(new SeatsDrill()).execute(arguments));
    }

    @Override
    public Integer call() {
        return options.run(this::drill);
    }

    private boolean drill(PrintWriter out) {
        var chosen = parts.stream().map(SeatPart::of).toList();
        long seed = options.seed();
        out.printf("%,d people for %,d places, seed %d%n", people, places, seed);
        var all = new ArrayList<SeatFigures>();
        try (var kept = records.apply(address)) {
            for (int run = 1; run <= times; run++) {
                for (var part : chosen) {
                    var figures = new SeatTrial(address, kept, plan(run, part, seed), out).run();
                    all.add(figures);
                    out.printf("%n%s", figures.table());
                    out.flush();
                }
            }
        }
        out.println();
        all.forEach(figures -> out.println(figures.line()));
        out.flush();
        if (json != null) {
            Json.write(json, all);
        }
        return all.stream().allMatch(SeatFigures::isExact);
    }

    private SeatTrial.Plan plan(int run, SeatPart part, long seed) {
        return new SeatTrial.Plan(
                run,
                part,
                people,
                places,
                seed + (long) run * PARTS + part.number(),
                kills,
                furtherPort == null ? address.portBase() + FURTHER_PORT : furtherPort,
                options.readers(),
                options.patience(),
                Duration.ofSeconds(quiet));
    }
}
