package org.clarion.local;

import java.util.HashSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.clarion.local.demonstration.Demonstration;
import org.clarion.local.platform.Platform;
import org.clarion.local.platform.PlatformTrouble;
import org.clarion.local.platform.Shutdown;
import org.clarion.local.platform.Startup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "up", description = "Starts everything; Ctrl-C stops it again.", mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

    private static final int WATCH_SECONDS = 2;

    @ParentCommand
    private Clarion clarion;

    @Option(names = "--detach", description = "Return when all is ready and leave it running.")
    private boolean detach;

    private volatile boolean stopping;

    @Override
    public Integer call() throws InterruptedException {
        var platform = clarion.platform();
        var startup = new Startup(platform, System.out::println);
        var shutdown = new Shutdown(platform, System.out::println);
        var began = System.nanoTime();
        if (!detach) {
            stopAtCtrlC(platform, startup, shutdown);
        }
        try {
            startup.start(platform.parts());
            System.out.printf(Locale.UK, "%nEverything is ready after %.1f s.%n", (System.nanoTime() - began) / 1e9);
        } catch (PlatformTrouble e) {
            System.err.println(e.getMessage());
            shutdown.stop(startup.started());
            return 1;
        }
        var content = demonstration(platform);
        new Addresses(platform).print(System.out);
        if (!detach) {
            System.out.println("Ctrl-C stops everything.");
            watch(platform);
        }
        return content;
    }

    /** A platform without it is a platform still: what is missing is loaded at the next start. */
    private static int demonstration(Platform platform) {
        try {
            var loaded = Demonstration.of(platform).load();
            if (loaded > 0) {
                System.out.printf(
                        "Loaded %d campaigns, petitions, letter actions and events of an invented charity.%n", loaded);
            }
            return 0;
        } catch (PlatformTrouble e) {
            System.err.println("The demonstration content is not complete: " + e.getMessage());
            return 1;
        }
    }

    private void stopAtCtrlC(Platform platform, Startup startup, Shutdown shutdown) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stopping = true;
                            startup.cancel();
                            shutdown.stop(platform.processes().recorded());
                        },
                        "stop-all"));
    }

    /** Says once when a part has gone, and ends when all have. */
    private void watch(Platform platform) throws InterruptedException {
        var gone = new HashSet<String>();
        while (!platform.processes().recorded().isEmpty()) {
            for (var part : platform.processes().recorded()) {
                if (platform.processes().find(part).isPresent()) {
                    gone.remove(part);
                } else if (!stopping && gone.add(part)) {
                    System.out.printf(
                            "%s has stopped. See ./clarion logs %s; ./clarion restart %s starts it again.%n",
                            part, part, part);
                }
            }
            TimeUnit.SECONDS.sleep(WATCH_SECONDS);
        }
    }
}
