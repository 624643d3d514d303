package org.clarion.local;

import java.io.PrintStream;
import org.clarion.local.platform.Platform;
import org.clarion.local.platform.PlatformTrouble;

/** Where people find what runs. */
final class Addresses {

    private final Platform platform;

    Addresses(Platform platform) {
        this.platform = platform;
    }

    void print(PrintStream out) {
        out.println();
        out.println("  public pages   " + platform.publicUrl());
        if (platform.catchesMail()) {
            out.println("  mails          http://localhost:" + platform.ports().mailPage());
        }
        out.println("  staff          " + platform.publicUrl() + "/staff");
        try {
            out.println("  sign in once   " + StaffLink.fetch(platform, Platform.FIRST_ADMIN));
        } catch (PlatformTrouble e) {
            out.println("  sign in        not available: " + e.getMessage());
        }
        out.println();
    }
}
