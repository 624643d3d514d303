package org.clarion.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clarion.local.platform.PlatformTrouble;
import org.clarion.local.platform.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "rebuild",
        description = "Builds something derived again from what it derives from.",
        mixinStandardHelpOptions = true)
final class Rebuild {

    private static final Duration GLANCE = Duration.ofMillis(500);

    @ParentCommand
    private Clarion clarion;

    @Command(
            name = "totals",
            description =
                    "Counts everything again beside the totals that are shown, then puts the new ones in their place.",
            mixinStandardHelpOptions = true)
    int totals(
            @Option(
                            names = "--timeout",
                            defaultValue = "600",
                            paramLabel = "SECONDS",
                            description = "How long to wait.")
                    int timeout)
            throws InterruptedException {
        var campaigns = clarion.platform().calls(Service.CAMPAIGNS);
        var began = Instant.now();
        var wanted = campaigns
                .post("/internal/totals/rebuild", Map.of())
                .required("generation")
                .asLong();
        System.out.printf("Generation %d is being built; the one before it is shown meanwhile.%n", wanted);
        while (campaigns.get("/internal/totals/generation").required("current").asLong() < wanted) {
            if (Duration.between(began, Instant.now()).toSeconds() > timeout) {
                throw new PlatformTrouble("Generation %d has not caught up within %d s.".formatted(wanted, timeout));
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
        }
        System.out.printf(
                "Generation %d is shown, %d s later.%n",
                wanted, Duration.between(began, Instant.now()).toSeconds());
        return 0;
    }
}
