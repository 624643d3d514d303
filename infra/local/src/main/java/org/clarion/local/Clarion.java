package org.clarion.local;

import java.nio.file.Path;
import org.clarion.backends.BackendUnavailable;
import org.clarion.load.LettersDrill;
import org.clarion.load.Replay;
import org.clarion.load.Rush;
import org.clarion.load.SeatsDrill;
import org.clarion.local.platform.Platform;
import org.clarion.local.platform.PlatformTrouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./clarion}. */
@Command(
        name = "clarion",
        description = "Runs Clarion on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            StatusCommand.class,
            Logs.class,
            Restart.class,
            Start.class,
            Stop.class,
            StaffLink.class,
            PlacesCommand.class,
            MembersCommand.class,
            Replay.class,
            Rush.class,
            LettersDrill.class,
            SeatsDrill.class,
            Rebuild.class,
            Republish.class,
            Reset.class,
            SecretsCommand.class
        },
        footer = {"", "State lies under .clarion/ (or CLARION_HOME); CLARION_PORT_BASE (8080) is the gateway's port."})
final class Clarion {

    private @Nullable Platform platform;

    private Clarion() {}

    public static void main(String... args) {
        System.exit(new CommandLine(new Clarion())
                .setExecutionExceptionHandler(Clarion::told)
                .execute(args));
    }

    Platform platform() {
        var known = platform;
        if (known == null) {
            known = Platform.of(Path.of(System.getProperty("clarion.sources", ".")), System.getenv());
            platform = known;
        }
        return known;
    }

    /** People get a sentence; only what nobody foresaw comes with its trace. */
    private static int told(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof PlatformTrouble || failure instanceof BackendUnavailable) {
            command.getErr().println(failure.getMessage());
            command.getErr().flush();
            return 1;
        }
        throw failure;
    }
}
