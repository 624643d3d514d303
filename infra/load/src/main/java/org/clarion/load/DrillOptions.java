package org.clarion.load;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every drill with a crowd can be told, and how it tells its trouble. */
final class DrillOptions {

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

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec drill;

    int readers() {
        return readers;
    }

    /** Where none was given, another one each time. */
    long seed() {
        return seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
    }

    Duration patience() {
        return Duration.ofSeconds(patience);
    }

    /**
     * Runs the drill; trouble is told in a line, not as a stack of calls.
     *
     * @param run whether it ended well
     * @return the exit code
     */
    int run(Predicate<PrintWriter> run) {
        var command = Objects.requireNonNull(drill).commandLine();
        try {
            return run.test(command.getOut()) ? 0 : 1;
        } catch (Trouble trouble) {
            command.getErr().println(trouble.getMessage());
            command.getErr().flush();
            return 1;
        }
    }
}
