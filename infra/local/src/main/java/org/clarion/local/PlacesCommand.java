package org.clarion.local;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.clarion.local.platform.PlatformTrouble;
import org.clarion.places.BrokenSource;
import org.clarion.places.PlacesImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "places",
        description = "Which constituency a postcode is in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class PlacesCommand {

    @ParentCommand
    private Clarion clarion;

    @Command(
            name = "import",
            description = "Takes all postcodes from a file, in place of the sample. A broken file changes nothing.",
            mixinStandardHelpOptions = true)
    int importFile(
            @Parameters(
                            paramLabel = "FILE",
                            description = "ONSPD or NSPL as CSV, or plain postcode,constituency; also gzipped.")
                    Path file)
            throws IOException {
        try {
            var report = PlacesImport.run(file, clarion.platform().home().places());
            System.out.println(report);
            System.out.println("Running services take it up within a few seconds.");
            return 0;
        } catch (NoSuchFileException e) {
            throw new PlatformTrouble("There is no file %s.".formatted(file), e);
        } catch (BrokenSource e) {
            throw new PlatformTrouble("%s cannot be used: %s".formatted(file, e.getMessage()), e);
        }
    }
}
