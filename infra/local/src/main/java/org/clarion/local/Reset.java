package org.clarion.local;

import java.io.IOException;
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
        var console = System.console();
        if (!sure && console != null && console.isTerminal()) {
            var answer = console.readLine(
                    "Delete everything under %s? Type yes: ", platform.home().state());
            if (!"yes".equals(answer)) {
                System.out.println("Nothing was deleted.");
                return 1;
            }
        }
        new Shutdown(platform, System.out::println).stop(platform.processes().recorded());
        platform.home().forget();
        System.out.println("All data are deleted. The next ./clarion up begins afresh.");
        return 0;
    }
}
