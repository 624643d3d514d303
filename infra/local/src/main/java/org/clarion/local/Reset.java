package org.clarion.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clarion.local.platform.Shutdown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "reset",
        description = "Stops everything and deletes all data, mails and logs; keys and imported places stay.",
        mixinStandardHelpOptions = true)
final class Reset implements Callable<Integer> {

    @ParentCommand
    private Clarion clarion;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean sure;

    @Override
    public Integer call() throws IOException {
        var platform = clarion.platform();
        if (!platform.keepsItsData()) {
            System.out.println(
                    "Your own MongoDB or Kafka holds the data. Delete them there; nothing was deleted here.");
            return 1;
        }
        if (!sure && !agreed(platform.home().state())) {
            System.out.println("Nothing was deleted. Where nobody can be asked, --yes says so.");
            return 1;
        }
        new Shutdown(platform, System.out::println).stop(platform.processes().recorded());
        platform.home().forget();
        System.out.println("All data are deleted. The next ./clarion up begins afresh.");
        return 0;
    }

    private static boolean agreed(Path state) {
        var console = System.console();
        return console != null
                && console.isTerminal()
                && "yes".equals(console.readLine("Delete everything under %s? Type yes: ", state));
    }
}
