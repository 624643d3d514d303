package org.clarion.load.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.clarion.load.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LauncherTests {

    @TempDir
    private Path home;

    @Test
    void killsAPartByItsProcessId() throws IOException, InterruptedException {
        var process = new ProcessBuilder("sleep", "600").start();
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run/letters.pid"), process.pid() + "\n");

        launcher("exit 0").kill("letters");

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cannotKillWhatHasNoProcess() throws IOException {
        assertThatThrownBy(() -> launcher("exit 0").kill("letters"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("letters cannot be killed");
    }

    @Test
    void restartsAPartOfThisVeryPlatform() throws IOException {
        launcher("echo $1 $2 $CLARION_PORT_BASE > \"$CLARION_HOME/said\"").restart("mail");

        assertThat(home.resolve("said")).hasContent("restart mail 9000");
    }

    @Test
    void startsAndStopsAFurtherInstance() throws IOException {
        var launcher = launcher("echo $* >> \"$CLARION_HOME/said\"");

        launcher.stop(launcher.start("registrations", 9030));

        assertThat(home.resolve("said")).hasContent("start registrations --port 9030\nstop registrations-9030");
    }

    @Test
    void saysWhatTheLauncherSaidWhenAPartDoesNotStart() {
        assertThatThrownBy(() -> launcher("echo the port is taken; exit 1").restart("mail"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("clarion restart mail failed")
                .hasMessageContaining("the port is taken");
    }

    private Launcher launcher(String script) throws IOException {
        var file = Files.createFile(
                home.resolve("clarion"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        var address = new Address();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("address", CommandLine.Model.CommandSpec.forAnnotatedObject(address)))
                .parseArgs("--home", home.toString(), "--launcher", file.toString(), "--port-base", "9000");
        return new Launcher(address);
    }
}
