package org.clarion.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clarion.servicedefaults.tokens.SigningKey;

/** The platform's keys: made when first asked for, one file each, readable by their owner only. */
final class Secrets {

    /** Under which the launcher itself signs. */
    static final String LAUNCHER = "local";

    private static final int KEY_BYTES = 32;

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** In the form that the services read: {@code k1:<base64>}. */
    String supporterKey(String purpose) {
        return kept(purpose, Secrets::freshSupporterKey);
    }

    SigningKey signingKey(String issuer) {
        return SigningKey.parse(
                kept("tokens-" + issuer, () -> SigningKey.generate(issuer).toJson()));
    }

    /** The public keys of all who sign, as a key set. */
    String trusted() {
        var issuers = Stream.concat(
                Stream.of(LAUNCHER),
                Stream.of(Service.values()).filter(Service::issuesTokens).map(Service::id));
        return SigningKey.trusted(issuers.map(this::signingKey).toArray(SigningKey[]::new));
    }

    static String freshSupporterKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return "k1:" + Base64.getEncoder().encodeToString(key);
    }

    private synchronized String kept(String name, Supplier<String> make) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            if (!Files.exists(file)) {
                write(file, make.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Complete or not there: half a key would lock out everybody who signed. */
    private static void write(Path file, String secret) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, ownerOnly);
        Files.write(part, List.of(secret), StandardOpenOption.SYNC);
        Files.move(part, file);
    }
}
