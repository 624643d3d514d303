package org.clarion.local;

import org.clarion.local.platform.FreshSecrets;
import picocli.CommandLine.Command;

@Command(
        name = "secrets",
        description = "Prints new keys as an .env file for docker compose; they are kept nowhere else.",
        mixinStandardHelpOptions = true)
final class SecretsCommand implements Runnable {

    @Override
    public void run() {
        FreshSecrets.make().forEach((name, value) -> System.out.printf("%s='%s'%n", name, value));
    }
}
