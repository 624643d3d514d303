package org.clarion.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.clarion.local.platform.Part;
import org.clarion.local.platform.Platform;
import org.clarion.local.platform.Service;
import org.clarion.local.status.BrokerFigures;
import org.clarion.local.status.Memory;
import org.clarion.local.status.StoreFigures;
import org.clarion.local.status.Unanswered;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "status",
        description = "Says how every part is; the exit code is 1 when one is down.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final double KIB_PER_MIB = 1024;

    @ParentCommand
    private Clarion clarion;

    @Override
    public Integer call() {
        var platform = clarion.platform();
        var well = parts(platform);
        System.out.println();
        outboxes(platform);
        System.out.println();
        lags(platform);
        System.out.println();
        mails(platform);
        return well ? 0 : 1;
    }

    private static boolean parts(Platform platform) {
        System.out.printf("%-22s %-10s %8s %10s  %s%n", "part", "state", "pid", "memory", "");
        var well = true;
        var total = 0L;
        for (var part : platform.partsAndFurtherInstances()) {
            var process = platform.processes().find(part.name());
            if (process.isEmpty()) {
                System.out.printf("%-22s %-10s%n", part.name(), "stopped");
                well = false;
                continue;
            }
            var pid = process.get().pid();
            var memory = Memory.residentKib(pid).orElse(0);
            var readiness = part.readiness();
            System.out.printf(
                    Locale.UK,
                    "%-22s %-10s %8d %6.0f MiB  %s%n",
                    part.name(),
                    readiness.ready() ? "ready" : "not ready",
                    pid,
                    memory / KIB_PER_MIB,
                    detail(part, readiness));
            well &= readiness.ready();
            total += memory;
        }
        System.out.printf(Locale.UK, "%-22s %-10s %8s %6.0f MiB%n", "together", "", "", total / KIB_PER_MIB);
        return well;
    }

    private static String detail(Part part, Part.Readiness readiness) {
        return readiness.ready() ? "port " + part.ports().getFirst() : readiness.says();
    }

    private static void outboxes(Platform platform) {
        System.out.println("oldest event in the outbox");
        for (var service : Service.values()) {
            try (var store = new StoreFigures(platform.mongoUri(service))) {
                var oldest = store.oldestInOutbox();
                System.out.printf(
                        "  %-20s %s%n",
                        service.id(), oldest.map(StatusCommand::ago).orElse("empty"));
            } catch (Unanswered e) {
                System.out.printf("  %-20s not known: %s%n", service.id(), e.getMessage());
                return;
            }
        }
    }

    private static void lags(Platform platform) {
        System.out.println("records yet to be read");
        try (var broker = new BrokerFigures(platform.bootstrapServers())) {
            broker.lags().forEach((group, lag) -> System.out.printf(Locale.UK, "  %-44s %,10d%n", group, lag));
        } catch (Unanswered e) {
            System.out.println("  not known: " + e.getMessage());
        }
    }

    private static void mails(Platform platform) {
        System.out.println("mails by state");
        try (var store = new StoreFigures(platform.mongoUri(Service.NOTIFICATIONS))) {
            store.byState("mails", "status")
                    .forEach((state, count) -> System.out.printf(Locale.UK, "  %-20s %,10d%n", state, count));
        } catch (Unanswered e) {
            System.out.println("  not known: " + e.getMessage());
        }
    }

    private static String ago(Instant since) {
        return "waits for %d s".formatted(Duration.between(since, Instant.now()).toSeconds());
    }
}
