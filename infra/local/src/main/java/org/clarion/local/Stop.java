package org.clarion.local;

import java.util.List;
import org.clarion.local.platform.Shutdown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "stop",
        description = "Stops one part, such as a further instance, and leaves the others running.",
        mixinStandardHelpOptions = true)
final class Stop implements Runnable {

    @ParentCommand
    private Clarion clarion;

    @Parameters(paramLabel = "PART", description = "A service or a further instance of one, mongodb, kafka or mail.")
    private String name;

    @Override
    public void run() {
        var platform = clarion.platform();
        new Shutdown(platform, System.out::println)
                .stop(List.of(platform.part(name).name()));
    }
}
