package org.clarion.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
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

class SeatsDrillTests {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private FakeGatherings platform;

    @BeforeEach
    void start() throws IOException {
        platform = new FakeGatherings(folder);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void everybodyHasTheRightAnswer() {
        assertThat(drill("1")).as("%s", out).isZero();

        assertThat(platform.typed()).containsExactly("10");
        assertThat(platform.opened)
                .hasValue(60); // nobody cancels, so nobody looks at more than the page that asks to confirm
        assertThat(out)
                .asString()
                .contains("60 people for 10 places, seed 1")
                .containsPattern("Decided +60 in")
                .containsPattern("In the end +10 confirmed, 50 waiting")
                .containsPattern("Places +10 of 10 taken")
                .containsPattern("Seen on the way +10 taken at most")
                .containsPattern("Mails +0 cancelled, 60 confirm, 0 offer, 10 ticket, 50 waiting")
                .contains("Every answer         is right")
                .contains("run 1, part 1: exact");
    }

    @Test
    void whatIsCancelledGoesToTheNext() {
        assertThat(drill("2")).as("%s", out).isZero();

        assertThat(out)
                .asString()
                .doesNotContainPattern("Mails +0 cancelled")
                .doesNotContain(" 0 offer,")
                .contains("run 1, part 2: exact");
    }

    @Test
    void killsBothInstancesInTurnAndStopsTheSecondAfterwards() throws IOException {
        assertThat(drill("3")).as("%s", out).isZero();

        var further = "registrations-" + platform.url().getPort();
        assertThat(Files.readAllLines(folder.resolve("launched")))
                .hasSize(5)
                .startsWith("start registrations --port %d at port 7000"
                        .formatted(platform.url().getPort()))
                .endsWith("stop %s at port 7000".formatted(further))
                .contains("restart registrations at port 7000", "restart %s at port 7000".formatted(further));
        assertThat(out).asString().containsPattern("Kills +2 registrations, 1 " + further);
    }

    @Test
    void staffChangeTheNumberOfPlacesInTheMiddle() {
        assertThat(drill("4")).as("%s", out).isZero();

        assertThat(platform.typed()).containsExactly("60", "48", "72");
        assertThat(out).asString().contains("60 people for [60, 48, 72] places").containsPattern("\\d+ of 72 taken");
    }

    @Test
    void runsAllPartsAsOftenAsAsked() throws IOException {
        var json = folder.resolve("figures.json");

        assertThat(drill("1,2", "--times", "2", "--json", json.toString()))
                .as("%s", out)
                .isZero();

        assertThat(out).asString().contains("run 1, part 1: exact").contains("run 2, part 2: exact");
        var figures = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(figures.size()).isEqualTo(4);
        assertThat(figures.at("/3/run").asInt()).isEqualTo(2);
        assertThat(figures.at("/3/scene/seed").asInt()).isEqualTo(23);
        assertThat(figures.at("/0/findings/states/confirmed").asInt()).isEqualTo(10);
        assertThat(figures.at("/0/speed/perSecond").isNumber()).isTrue();
    }

    @Test
    void comesBackWhenThePlatformIsBusyAndRegistersOnceAllTheSame() {
        platform.busyEvery = 7;

        assertThat(drill("2")).as("%s", out).isZero();

        assertThat(out).asString().doesNotContainPattern("Tries repeated +0");
    }

    @Test
    void tellsOfAPlaceThatIsNotThere() {
        platform.oversells = true;

        assertThat(drill("1")).isEqualTo(1);

        assertThat(out)
                .asString()
                .containsPattern("at version \\d+ the places are 11 taken of 10")
                .contains("11 heads have a place, and there are 10")
                .contains("Every answer         is NOT right")
                .contains("run 1, part 1: NOT EXACT");
    }

    @Test
    void tellsOfSomebodyWhoJumpedTheQueue() {
        platform.prefersTheLast = true;

        assertThat(drill("2")).isEqualTo(1);

        assertThat(out).asString().containsPattern("\\S+ got a place before \\S+, who came earlier");
    }

    @Test
    void tellsOfPlacesThatStayFree() {
        platform.neverOffers = true;

        assertThat(drill("2")).isEqualTo(1);

        assertThat(out).asString().containsPattern("\\d+ places are free, and \\S+ waits for \\d");
    }

    @Test
    void tellsOfSomebodyWhoWasForgotten() {
        platform.forgetsEvery = 50;

        assertThat(drill("1")).isEqualTo(1);

        assertThat(out).asString().containsPattern("\\S+@example.org has 0 registrations");
    }

    @Test
    void endsWhereNobodyIsToldAndSaysSo() {
        platform.tellsNobody = true;

        assertThat(drill("4")).isEqualTo(1);

        assertThat(platform.typed()).hasSize(3);
        assertThat(out).asString().contains("is awaiting-confirmation at the end");
    }

    @Test
    void tellsOfASecondTicket() {
        platform.sendsTwiceEvery = 4;

        assertThat(drill("1")).isEqualTo(1);

        assertThat(out).asString().containsPattern("is confirmed, and 2 mails say \"ticket\"");
    }

    @Test
    void tellsOfStaffWhoseChangeDoesNotCount() {
        platform.ignoresStaff = true;

        assertThat(drill("4")).isEqualTo(1);

        assertThat(out).asString().contains("staff were told that there are 48 places, and the places go by 60");
    }

    @Test
    void tellsOfAPlaceThatWasTakenAway() {
        platform.takesAway = true;

        assertThat(drill("4")).isEqualTo(1);

        assertThat(out).asString().containsPattern("the places took the place of \\S+ away: WAITING after");
    }

    @Test
    void tellsOfWhatTheDashboardMiscounts() {
        platform.miscounts = true;

        assertThat(drill("1")).isEqualTo(1);

        assertThat(out).asString().containsPattern("heads: expected \\{\\S+=.*, counted \\{");
    }

    private int drill(String parts, String... arguments) {
        var url = platform.url().toString();
        var all = new ArrayList<>(List.of(
                "--parts",
                parts,
                "--url",
                url,
                "--campaigns",
                url,
                "--registrations",
                url,
                "--home",
                folder.toString(),
                "--launcher",
                platform.launcher().toString(),
                "--port-base",
                "7000",
                "--further-port",
                Integer.toString(URI.create(url).getPort()),
                "--people",
                "60",
                "--places",
                parts.startsWith("1") ? "10" : "60",
                "--kills",
                "3",
                "--seed",
                "1",
                "--quiet",
                "0",
                "--patience",
                "2"));
        all.addAll(List.of(arguments));
        var writer = new PrintWriter(out, true);
        return new CommandLine(new SeatsDrill(address -> platform.records()))
                .setOut(writer)
                .setErr(writer)
                .execute(all.toArray(String[]::new));
    }
}
