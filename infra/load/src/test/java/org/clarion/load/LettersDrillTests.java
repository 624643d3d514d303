package org.clarion.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class LettersDrillTests {

    private static final String MEMBERS = """
            pcon_name,pcon_code,member_id,full_title,display_as,party_text,member_email
            Here,E14001172,900012,Dame Orla Finch MP,Dame Orla Finch,Meadow Party,orla.finch.mp@example.org
            There,E14001063,900002,Rt Hon Silas Wetherby MP,Silas Wetherby,Harbour Party,silas@example.org
            Beyond,N05000001,900003,Ruth Okonjo MP,Ruth Okonjo,Harbour Party,No email found
            """;

    private static final String CHANGES = """
            seen_on,pcon24cd,change,old_member_id,old_name,old_party,old_email,new_member_id,new_name,new_party,new_email
            2026-01-05,E14001063,party_changed,900002,Silas Wetherby,Meadow Party,sw@example.org,900002,Silas Wetherby,Harbour Party,sw@example.org
            2026-01-09,E14001172,seat_vacated,900001,Agatha Pym,Meadow Party,pym@example.org,Vacant,Vacant,Vacant,No email found
            2026-01-20,E14001063,email_changed,900002,Silas Wetherby,Harbour Party,sw@example.org,900002,Silas Wetherby,Harbour Party,silas@example.org
            2026-02-01,E14001172,seat_filled,Vacant,Vacant,Vacant,No email found,900012,Dame Orla Finch,Meadow Party,orla.finch.mp@example.org
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private FakeLetters platform;
    private Path members;
    private Path changes;

    @BeforeEach
    void start() throws IOException {
        platform = new FakeLetters(folder);
        members = Files.writeString(folder.resolve("members.csv"), MEMBERS);
        changes = Files.writeString(folder.resolve("changes.csv"), CHANGES);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void everyLetterIsWhereItBelongs() {
        assertThat(drill()).as("%s", out).isZero();

        assertThat(platform.imports()).containsExactly("2026-01-04", "", "", "", "");
        assertThat(platform.form()).containsEntry("to", "mp").containsEntry("opening", "Dear {salutation},");
        assertThat(out)
                .asString()
                .contains("60 people in 3 constituencies, 4 changes of members on 4 days, 2 kills, seed 1")
                .containsPattern("Letters +60\\R")
                .containsPattern("Sent +40; 40 mails to offices")
                .containsPattern("Held at the end +20 held no-address")
                .doesNotContainPattern("Held on the way +0")
                .contains("is where it belongs");
    }

    @Test
    void whoNamesSomebodyWhoLeftChangesTheirWords() throws IOException {
        Files.writeString(changes, """
                seen_on,pcon24cd,change,old_member_id,old_name,old_party,old_email,new_member_id,new_name,new_party,new_email
                2026-01-05,E14001063,party_changed,900002,Silas Wetherby,Meadow Party,silas@example.org,900002,Silas Wetherby,Harbour Party,silas@example.org
                2026-02-01,E14001172,seat_filled,900001,Agatha Pym,Meadow Party,pym@example.org,900012,Dame Orla Finch,Meadow Party,orla.finch.mp@example.org
                """);
        platform.queued = 1000;

        assertThat(drill()).as("%s", out).isZero();

        assertThat(out).asString().doesNotContainPattern("Words changed +0").contains("is where it belongs");
    }

    @Test
    void killsPartsAndLetsTheLauncherStartThemAgain() throws IOException {
        assertThat(drill("--kills", "3")).isZero();

        assertThat(Files.readAllLines(folder.resolve("launched")))
                .hasSize(3)
                .allMatch(line -> line.matches("restart (letters|mail) at port 7000"))
                .anyMatch(line -> line.contains("mail"));
        assertThat(out).asString().containsPattern("Kills +2 letters, 1 mail");
    }

    @Test
    void comesBackWhenThePlatformIsBusyAndWritesOnceAllTheSame() {
        platform.busyEvery = 7;

        assertThat(drill()).as("%s", out).isZero();

        assertThat(out).asString().containsPattern("Letters +60\\R").doesNotContainPattern("Tries repeated +0");
    }

    @Test
    void decidesAsStaffWhatIsInDoubt() {
        platform.doubtsEvery = 9;

        assertThat(drill()).as("%s", out).isZero();

        assertThat(out)
                .asString()
                .containsPattern("In doubt +4, decided")
                .containsPattern("Sent +40; 40 mails to offices");
    }

    @Test
    void tellsOfASecondMail() {
        platform.sendsTwiceEvery = 20;

        assertThat(drill()).isEqualTo(1);

        assertThat(out)
                .asString()
                .containsPattern("Faults +2")
                .containsPattern("letter \\S+ to \\S+ counts as sent, and 2 mails carried it")
                .contains("is NOT where it belongs");
    }

    @Test
    void tellsOfALetterToAFormerMember() {
        platform.neverHearsOfChanges = true;

        assertThat(drill("--patience", "1")).isEqualTo(1);

        assertThat(out)
                .asString()
                .containsPattern(
                        "to E14001172 went to member:900001 by the record, and at \\S+ the roll had \\[E14001172 vacant")
                .doesNotContain("pym@example.org");
    }

    @Test
    void tellsOfSupportersWhoWereNotTold() {
        platform.tellsNobody = true;

        assertThat(drill("--patience", "1")).isEqualTo(1);

        assertThat(out).asString().containsPattern("to N05000001 is held no-address, and its writer was not told");
    }

    @Test
    void tellsOfWhatTheDashboardMiscounts() {
        platform.miscounts = true;

        assertThat(drill("--patience", "1")).isEqualTo(1);

        assertThat(out)
                .asString()
                .containsPattern("Miscounted +6")
                .containsPattern("confirmed in \\w+: expected 20, counted 19 \\(-1\\)");
    }

    @Test
    void writesItsFiguresForPrograms() throws IOException {
        var json = folder.resolve("figures.json");

        assertThat(drill("--json", json.toString())).isZero();

        var figures = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(figures.at("/findings/sent").asInt()).isEqualTo(40);
        assertThat(figures.at("/findings/faults").isEmpty()).isTrue();
        assertThat(figures.at("/scene/seed").asInt()).isEqualTo(1);
    }

    @Test
    void saysThatTheFilesDoNotGoTogether() throws IOException {
        Files.writeString(members, MEMBERS.replace("Silas Wetherby,Harbour", "Silas Wetherby,Meadow"));

        assertThat(drill()).isEqualTo(1);

        assertThat(out).asString().contains("what it says of E14001063 on 2026-01-20 does not lead to");
    }

    private int drill(String... arguments) {
        var writer = new PrintWriter(out, true);
        var all = new ArrayList<>(List.of(
                "--members", members.toString(),
                "--changes", changes.toString(),
                "--url", platform.url().toString(),
                "--campaigns", platform.url().toString(),
                "--letters", platform.url().toString(),
                "--home", folder.toString(),
                "--launcher", platform.launcher().toString(),
                "--port-base", "7000",
                "--supporters", "60",
                "--seconds", "1",
                "--seed", "1"));
        if (!List.of(arguments).contains("--kills")) {
            all.addAll(List.of("--kills", "2"));
        }
        if (!List.of(arguments).contains("--patience")) {
            all.addAll(List.of("--patience", "10"));
        }
        all.addAll(List.of(arguments));
        return new CommandLine(new LettersDrill(address -> platform.records()))
                .setOut(writer)
                .setErr(writer)
                .execute(all.toArray(String[]::new));
    }
}
