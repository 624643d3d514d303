package org.clarion.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.clarion.load.counts.Counts;
import org.clarion.load.members.Roll;
import org.clarion.load.members.RollHistory;
import org.clarion.load.people.Crowd;
import org.clarion.load.people.PostcodePool;
import org.clarion.load.platform.Address;
import org.clarion.load.platform.LetterRecords;
import org.clarion.load.platform.StoredLetters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets people write to their MPs while MPs come and go and parts of the platform are killed, and looks where every letter is. */
@Command(
        name = "letters-drill",
        description = {
            "People write to their MPs while the half-year's changes of members happen and parts of the platform are killed.",
            "Afterwards everybody must have one letter at the office of whoever held the seat when it left, or a held one with"
                    + " its true reason. It overwrites the directory of members: for a platform of one's own."
        },
        mixinStandardHelpOptions = true)
public final class LettersDrill implements Callable<Integer> {

    /** So much of all letters go to seats at which a letter may meet something. */
    private static final double RESTLESS_SHARE = 1.0 / 3;

    private static final long FINE = 1_000_000;

    @Mixin
    private Address address = new Address();

    @Mixin
    private DrillOptions options = new DrillOptions();

    @Option(
            names = "--members",
            required = true,
            paramLabel = "FILE",
            description = "Who sits where after the changes, in the shape of mp_lookup.csv.")
    private Path members = Path.of("");

    @Option(
            names = "--changes",
            required = true,
            paramLabel = "FILE",
            description =
                    "The changes that led there, one a line, each with the seat, its day, and member, name, party and"
                            + " address before and after.")
    private Path changes = Path.of("");

    @Option(
            names = "--supporters",
            paramLabel = "N",
            defaultValue = "5000",
            description = "How many people write (${DEFAULT-VALUE}).")
    private int supporters;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "200",
            description = "Over how long they come (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "6",
            description = "How often the letters service or the mail server is killed (${DEFAULT-VALUE}).")
    private int kills;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures there as well.")
    private @Nullable Path json;

    private final Function<Address, LetterRecords> records;

    public LettersDrill() {
        this(StoredLetters::new);
    }

    /** @param records how to look into what the letters service keeps */
    LettersDrill(Function<Address, LetterRecords> records) {
        this.records = records;
    }

    public static void main(String... arguments) {
        System.exit(new CommandLine(new LettersDrill()).execute(arguments));
    }

    @Override
    public Integer call() {
        return options.run(this::drill);
    }

    private boolean drill(PrintWriter out) {
        var history = RollHistory.of(Roll.read(members), changes);
        long seed = options.seed();
        var expected = spread(history);
        var crowd = new Crowd(expected, PostcodePool.of(address.places()), seed);
        out.printf(
                "%,d people in %d constituencies, %d changes of members on %d days, %d kills, seed %d%n",
                crowd.size(),
                history.before().seats().size(),
                history.changes(),
                history.days().size(),
                kills,
                seed);
        out.flush();
        var plan = new LetterTrial.Plan(
                history, crowd, expected, seed, seconds, kills, options.readers(), options.patience());
        try (var kept = records.apply(address)) {
            var figures = new LetterTrial(address, kept, plan, out).run();
            out.print(figures.table());
            out.flush();
            if (json != null) {
                Json.write(json, figures);
            }
            return figures.isExact();
        }
    }

    /** Everywhere the same, but for the seats at which something may happen to a letter. */
    private Counts spread(RollHistory history) {
        var restless = history.restless();
        var seats = history.before().seats().keySet();
        long quiet = Math.max(1, seats.size() - restless.size());
        double busy = RESTLESS_SHARE / (1 - RESTLESS_SHARE) * quiet / Math.max(1, restless.size());
        var weights = new HashMap<String, Long>();
        seats.forEach(seat -> weights.put(seat, Math.round(restless.contains(seat) ? Math.max(1, busy) * FINE : FINE)));
        long all = weights.values().stream().mapToLong(Long::longValue).sum();
        return Counts.of(weights, Map.of("GB", all)).scaled((double) supporters / all);
    }
}
