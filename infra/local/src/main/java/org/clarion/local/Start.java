package org.clarion.local;

import java.util.List;
import org.clarion.local.platform.PlatformTrouble;
import org.clarion.local.platform.Service;
import org.clarion.local.platform.Startup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "start",
        description = "Starts a further instance of a service beside the first.",
        mixinStandardHelpOptions = true)
final class Start implements Runnable {

    @ParentCommand
    private Clarion clarion;

    @Parameters(paramLabel = "SERVICE")
    private String name;

    @Option(names = "--port", required = true, description = "Its port; its management port is 10 higher.")
    private int port;

    @Override
    public void run() {
        var service = Service.named(name)
                .orElseThrow(() -> new PlatformTrouble("There is no service \"%s\".".formatted(name)));
        var platform = clarion.platform();
        new Startup(platform, System.out::println).start(List.of(platform.instance(service, port)));
    }
}
