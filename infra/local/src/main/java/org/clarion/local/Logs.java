package org.clarion.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.clarion.local.platform.LogFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "logs", description = "Shows the end of a part's log.", mixinStandardHelpOptions = true)
final class Logs implements Callable<Integer> {

    @ParentCommand
    private Clarion clarion;

    @Parameters(paramLabel = "PART", description = "A service, mongodb, kafka or mail.")
    private String part;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "100",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var log = clarion.platform().home().log(clarion.platform().part(part).name());
        LogFile.lastLines(log, lines).forEach(System.out::println);
        if (follow && Files.exists(log)) {
            LogFile.follow(log, System.out);
        }
        return 0;
    }
}
