package org.clarion.local;

import org.clarion.local.platform.Shutdown;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "down", description = "Stops everything and keeps the data.", mixinStandardHelpOptions = true)
final class Down implements Runnable {

    @ParentCommand
    private Clarion clarion;

    @Override
    public void run() {
        var platform = clarion.platform();
        new Shutdown(platform, System.out::println).stop(platform.processes().recorded());
    }
}
