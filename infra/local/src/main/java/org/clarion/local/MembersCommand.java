package org.clarion.local;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.clarion.local.platform.PlatformTrouble;
import org.clarion.local.platform.Service;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

@Command(
        name = "members",
        description = "Who sits for which constituency.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class MembersCommand {

    @ParentCommand
    private Clarion clarion;

    @Command(
            name = "import",
            description = {
                "Shows what a file of members would change, and with --apply changes it.",
                "A broken file changes nothing. Seats that the file does not name stay as they are."
            },
            mixinStandardHelpOptions = true)
    int importFile(
            @Parameters(
                            paramLabel = "FILE",
                            description =
                                    "CSV with the columns pcon_code, member_id and display_as; also full_title, party_text and member_email.")
                    Path file,
            @Option(
                            names = {"--apply", "--yes"},
                            description = "Write it.")
                    boolean apply,
            @Option(
                            names = "--force",
                            description =
                                    "Write it even where it looks wrong, as after a general election: far fewer members, many seats that change hands.")
                    boolean force,
            @Option(
                            names = "--as-of",
                            paramLabel = "DATE",
                            description = "The day on which it was so, such as 2026-06-19; today where left out.")
                    @Nullable LocalDate asOf)
            throws IOException {
        var answer = clarion.platform()
                .calls(Service.LETTERS)
                .postFile("/internal/members/import?" + query(file, apply, force, asOf), read(file), "text/csv");
        tell(answer);
        return 0;
    }

    private static String query(Path file, boolean apply, boolean force, @Nullable LocalDate asOf) {
        return "name=%s&apply=%s&force=%s%s"
                .formatted(
                        URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8),
                        apply,
                        force,
                        asOf == null ? "" : "&asOf=" + asOf);
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new PlatformTrouble("There is no file %s.".formatted(file), e);
        }
    }

    private static void tell(JsonNode answer) {
        answer.required("changes").forEach(change -> System.out.println("  " + change.asString()));
        System.out.printf(
                Locale.UK,
                "%,d members and %,d vacant seats in the file. %,d changes; %,d seats and %,d members heard of for the first time; %,d known seats not in the file, which stay as they are.%n",
                answer.required("members").asLong(),
                answer.required("vacant").asLong(),
                answer.required("changes").size(),
                answer.required("seatsFirstHeardOf").asLong(),
                answer.required("membersFirstHeardOf").asLong(),
                answer.required("seatsNotNamed").asLong());
        if (answer.required("applied").asBoolean()) {
            System.out.println("It was written.");
        } else if (answer.path("refusal").isString()) {
            System.out.println("Nothing was changed. " + answer.path("refusal").asString() + " (--apply --force)");
        } else {
            System.out.println("Nothing was changed. --apply writes it.");
        }
    }
}
