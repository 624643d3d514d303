package org.clarion.gateway.signin;

import org.jspecify.annotations.Nullable;

/** Where somebody lands after signing in: a staff page of ours and nothing else. */
final class Landing {

    static final String HOME = "/staff";

    private Landing() {}

    static String of(@Nullable String asked) {
        return asked != null && asked.matches("/staff(/[A-Za-z0-9._~-]+)*/?") && !asked.contains("..") ? asked : HOME;
    }
}
