package org.clarion.load.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.clarion.load.Trouble;
import org.clarion.servicedefaults.tokens.SigningKey;
import org.clarion.servicedefaults.tokens.TokenIssuer;

/** Keys of the platform under which its own tools ask services. */
final class LauncherKey {

    private LauncherKey() {}

    /** Under which {@code ./clarion} itself asks. */
    static TokenIssuer of(Address address) {
        return issuer(address.key("local"));
    }

    /** Under which the gateway speaks for staff. */
    static TokenIssuer ofGateway(Address address) {
        return issuer(address.key("gateway"));
    }

    private static TokenIssuer issuer(Path key) {
        try {
            return new TokenIssuer(SigningKey.parse(Files.readString(key).strip()), Clock.systemUTC());
        } catch (IOException e) {
            throw new Trouble("The platform's key cannot be read from " + key, e);
        }
    }
}
