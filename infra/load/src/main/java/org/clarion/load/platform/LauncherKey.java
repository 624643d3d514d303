package org.clarion.load.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.clarion.load.Trouble;
import org.clarion.servicedefaults.tokens.SigningKey;
import org.clarion.servicedefaults.tokens.TokenIssuer;

/** The key under which {@code ./clarion} itself asks services. */
final class LauncherKey {

    private LauncherKey() {}

    static TokenIssuer of(Address address) {
        try {
            return new TokenIssuer(
                    SigningKey.parse(Files.readString(address.launcherKey()).strip()), Clock.systemUTC());
        } catch (IOException e) {
            throw new Trouble("The launcher's key cannot be read from " + address.launcherKey(), e);
        }
    }
}
