package org.clarion.load.platform;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.clarion.places.Constituencies;
import org.clarion.places.Places;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the platform is: by default the one that {@code ./clarion up} runs, from the same environment variables. */
public final class Address {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The platform's public address (http://localhost:<port base>).")
    private @Nullable URI url;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "The platform's folder: mails, keys, process ids (CLARION_HOME, else .clarion).")
    private @Nullable Path home;

    @Option(names = "--mail", paramLabel = "FOLDER", description = "Where the mails lie (<home>/mail).")
    private @Nullable Path mail;

    @Option(
            names = "--campaigns",
            paramLabel = "URL",
            description = "The campaigns service itself, for its totals (http://127.0.0.1:<port base + 3>).")
    private @Nullable URI campaigns;

    @Option(
            names = "--petitions",
            paramLabel = "URL",
            description = "The petitions service itself, to preload it (http://127.0.0.1:<port base + 1>).")
    private @Nullable URI petitions;

    @Option(
            names = "--letters",
            paramLabel = "URL",
            description = "The letters service itself, for what staff do there (http://127.0.0.1:<port base + 4>).")
    private @Nullable URI letters;

    @Option(
            names = "--registrations",
            paramLabel = "URL",
            description =
                    "The registrations service itself, for what staff do there (http://127.0.0.1:<port base + 5>).")
    private @Nullable URI registrations;

    @Option(
            names = "--launcher",
            paramLabel = "FILE",
            description = "The launcher, to start again what a drill has killed (./clarion).")
    private @Nullable Path launcher;

    @Option(
            names = "--mongodb",
            paramLabel = "URI",
            description =
                    "The store, to preload petitions and to read letters and registrations (mongodb://127.0.0.1:<port base + 20>).")
    private @Nullable String mongodb;

    @Option(
            names = "--postcodes",
            paramLabel = "FILE",
            description = "An imported postcode table (<home>/places/places.bin, else the sample).")
    private @Nullable Path postcodes;

    @Option(names = "--port-base", hidden = true, defaultValue = "${CLARION_PORT_BASE:-8080}")
    private int portBase = 8080;

    public URI url() {
        return Objects.requireNonNullElse(url, URI.create("http://localhost:" + portBase));
    }

    public URI campaigns() {
        return Objects.requireNonNullElse(campaigns, at(3));
    }

    URI petitions() {
        return Objects.requireNonNullElse(petitions, at(1));
    }

    URI letters() {
        return Objects.requireNonNullElse(letters, at(4));
    }

    URI registrations() {
        return Objects.requireNonNullElse(registrations, at(5));
    }

    Path launcher() {
        return Objects.requireNonNullElse(launcher, sources().resolve("clarion"));
    }

    public int portBase() {
        return portBase;
    }

    String mongodb() {
        return Objects.requireNonNullElse(mongodb, "mongodb://127.0.0.1:" + (portBase + 20));
    }

    private URI at(int offset) {
        return URI.create("http://127.0.0.1:" + (portBase + offset));
    }

    private static Path sources() {
        return Path.of(System.getProperty("clarion.sources", "."));
    }

    Path home() {
        var given = System.getenv("CLARION_HOME");
        var usual = given == null || given.isBlank() ? sources().resolve(".clarion") : Path.of(given);
        return Objects.requireNonNullElse(home, usual);
    }

    public Path mail() {
        return Objects.requireNonNullElse(mail, home().resolve("mail"));
    }

    public Path processes() {
        return home().resolve("run");
    }

    /** @param issuer who signs with it */
    Path key(String issuer) {
        return home().resolve("secrets").resolve("tokens-" + issuer);
    }

    public Places places() {
        var table =
                Objects.requireNonNullElse(postcodes, home().resolve("places").resolve("places.bin"));
        var constituencies = new Constituencies();
        return Files.exists(table) ? Places.from(table, constituencies) : Places.sample(constituencies);
    }
}
