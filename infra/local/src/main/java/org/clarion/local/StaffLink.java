package org.clarion.local;

import java.util.Map;
import org.clarion.local.platform.Platform;
import org.clarion.local.platform.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "staff-link",
        description = "Prints a fresh link that signs a member of staff in, once.",
        mixinStandardHelpOptions = true)
final class StaffLink implements Runnable {

    @ParentCommand
    private Clarion clarion;

    @Parameters(paramLabel = "EMAIL", description = "Their address, such as " + Platform.FIRST_ADMIN + ".")
    private String email;

    @Override
    public void run() {
        System.out.println(fetch(clarion.platform(), email));
    }

    static String fetch(Platform platform, String email) {
        return platform.calls(Service.GATEWAY)
                .post("/internal/sign-in-links", Map.of("email", email))
                .required("link")
                .asString();
    }
}
