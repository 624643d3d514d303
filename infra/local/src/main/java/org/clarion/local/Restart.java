package org.clarion.local;

import java.util.List;
import org.clarion.local.platform.Shutdown;
import org.clarion.local.platform.Startup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "restart",
        description = "Stops a part and starts it again; starts it where it was killed.",
        mixinStandardHelpOptions = true)
final class Restart implements Runnable {

    @ParentCommand
    private Clarion clarion;

    @Parameters(paramLabel = "PART", description = "A service, mongodb, kafka or mail.")
    private String name;

    @Override
    public void run() {
        var platform = clarion.platform();
        var part = platform.part(name);
        new Shutdown(platform, System.out::println).stop(List.of(part.name()));
        new Startup(platform, System.out::println).start(List.of(part));
    }
}
