package org.clarion.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.clarion.backends.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One platform, from its first start to its end, as the command line sees it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformIT {

    private static final List<String> PARTS = List.of(
            "mongodb",
            "kafka",
            "mail",
            "gateway",
            "petitions",
            "notifications",
            "campaigns",
            "letters",
            "registrations");

    @TempDir
    static Path home;

    private static int base;

    private record Outcome(int exit, String output) {}

    @BeforeAll
    static void choosePorts() {
        base = IntStream.iterate(20_000, candidate -> candidate + 50)
                .filter(candidate -> IntStream.range(candidate, candidate + 40).allMatch(Ports::free))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void stop() throws Exception {
        clarion("down");
    }

    @Test
    @Order(1)
    void comesUpAndReturnsWhenEverythingIsReady() throws Exception {
        var up = clarion("up", "--detach");

        assertThat(up.exit()).as(up.output()).isZero();
        assertThat(up.output())
                .contains("http://localhost:" + base)
                .containsPattern("sign in once\\s+http://localhost:" + base + "/sign-in/");
        assertThat(PARTS).allSatisfy(part -> assertThat(run(part)).exists());
    }

    @Test
    @Order(2)
    void saysHowItIs() throws Exception {
        var status = wellAgain();

        assertThat(status.output()).contains(PARTS).contains("MiB", "oldest event", "mails by state");
    }

    @Test
    @Order(3)
    void noticesAndMendsAKill() throws Exception {
        ProcessHandle.of(Long.parseLong(Files.readString(run("kafka")).strip()))
                .orElseThrow()
                .destroyForcibly();

        var status = clarion("status");
        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.output()).containsPattern("kafka\\s+stopped");

        assertThat(clarion("restart", "kafka").exit()).isZero();
        assertThat(clarion("up", "--detach").output()).contains("ran already");
        wellAgain();
    }

    @Test
    @Order(4)
    void startsAFurtherInstanceBesideTheFirst() throws Exception {
        var port = base + 7;
        var start = clarion("start", "petitions", "--port", Integer.toString(port));

        assertThat(start.exit()).as(start.output()).isZero();
        assertThat(run("petitions-" + port)).exists();
        assertThat(clarion("status").output()).contains("petitions-" + port);
    }

    @Test
    @Order(5)
    void givesStaffAFreshLinkEachTime() throws Exception {
        var one = clarion("staff-link", "campaigner@example.org");
        var other = clarion("staff-link", "campaigner@example.org");

        assertThat(one.exit()).as(one.output()).isZero();
        assertThat(one.output())
                .startsWith("http://localhost:" + base + "/sign-in/")
                .isNotEqualTo(other.output());
    }

    @Test
    @Order(6)
    void bringsTheMembersUpToDate(@TempDir Path folder) throws Exception {
        var heading = "pcon_code,member_id,display_as,member_email\n";
        var file = Files.writeString(
                folder.resolve("members.csv"), heading + "E14001063,900901,Ms Ada Vale,ada.vale@example.org\n");
        var broken = Files.writeString(folder.resolve("broken.csv"), heading + "E14009999,900902,John Reed,\n");

        var shown = clarion("members", "import", file.toString());
        assertThat(shown.exit()).as(shown.output()).isZero();
        assertThat(shown.output())
                .contains("Aldershot: Ms Ada Vale has taken the place of Mr Silas Wetherby", "Nothing was changed.");
        assertThat(clarion("members", "import", file.toString(), "--apply").output())
                .contains("It was written.");
        assertThat(clarion("members", "import", file.toString()).output()).contains("0 changes");
        var refused = clarion("members", "import", broken.toString(), "--apply");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("Line 2: there is no constituency with the code “E14009999”.");
    }

    @Test
    @Order(7)
    void saysWhichPortIsTakenWhenASecondPlatformWantsTheSamePorts(@TempDir Path other) throws Exception {
        var up = clarion(other, "up", "--detach");

        assertThat(up.exit()).isEqualTo(1);
        assertThat(up.output()).contains("is taken").contains("CLARION_PORT_BASE");
    }

    @Test
    @Order(8)
    void goesDownWholly() throws Exception {
        var down = clarion("down");

        assertThat(down.exit()).isZero();
        assertThat(IntStream.range(base, base + 40)).allMatch(Ports::free);
        try (var left = Files.list(home.resolve("run"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    @Order(9)
    void saysWhichPartFailedWithTheEndOfItsLog() throws Exception {
        Files.move(home.resolve("data/kafka/meta.properties"), home.resolve("data/kafka/meta.broken"));
        Files.writeString(home.resolve("data/kafka/meta.properties"), "version=1\nnode.id=7\ncluster.id=none\n");

        var up = clarion("up", "--detach");

        assertThat(up.exit()).isEqualTo(1);
        assertThat(up.output()).contains("kafka stopped by itself").contains("kafka.log");
        assertThat(IntStream.range(base, base + 40)).allMatch(Ports::free);
    }

    /** A machine that is busy may be slow to answer for a moment. */
    private static Outcome wellAgain() {
        return await().atMost(Duration.ofMinutes(1)).until(() -> clarion("status"), status -> status.exit() == 0);
    }

    private static Path run(String part) {
        return home.resolve("run").resolve(part + ".pid");
    }

    private static Outcome clarion(String... arguments) throws IOException, InterruptedException {
        return clarion(home, arguments);
    }

    private static Outcome clarion(Path state, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dclarion.sources=" + Path.of("../..").toAbsolutePath().normalize());
        command.add("-Dlogback.configurationFile=org/clarion/local/launcher-log.xml");
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Clarion.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLARION_HOME", state.toString());
        builder.environment().put("CLARION_PORT_BASE", Integer.toString(base));
        var output = Files.createTempFile("clarion", ".out");
        var process = builder.redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(output));
    }
}
