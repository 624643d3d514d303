package org.clarion.local;

import java.time.Duration;
import java.util.Map;
import org.clarion.local.platform.PlatformTrouble;
import org.clarion.local.platform.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "republish",
        description = "Lets a service send every current state again, with the same ids.",
        mixinStandardHelpOptions = true)
final class Republish implements Runnable {

    /** To mark a million documents takes minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(60);

    @ParentCommand
    private Clarion clarion;

    @Parameters(paramLabel = "SERVICE")
    private String name;

    @Override
    public void run() {
        var service = Service.named(name)
                .orElseThrow(() -> new PlatformTrouble("There is no service \"%s\".".formatted(name)));
        clarion.platform()
                .calls(service)
                .post("/internal/republish", Map.of(), LONGEST)
                .properties()
                .forEach(topic -> System.out.printf(
                        "%-20s %d%n", topic.getKey(), topic.getValue().asLong()));
    }
}
