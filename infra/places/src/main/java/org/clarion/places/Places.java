package org.clarion.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where postcodes are. An imported table that appears or changes while the service runs is taken up within seconds; one
 * that cannot be read is reported and the old one stays.
 */
public final class Places {

    private static final Logger log = LoggerFactory.getLogger(Places.class);
    private static final long LOOK_EVERY_NANOS = 2_000_000_000L;

    private final Constituencies constituencies;
    private final @Nullable Path file;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime() + LOOK_EVERY_NANOS);
    private volatile @Nullable FileTime seen;
    private volatile PostcodeTable table;

    private Places(Constituencies constituencies, @Nullable Path file, PostcodeTable table) {
        this.constituencies = constituencies;
        this.file = file;
        this.table = table;
    }

    /** The sample in this library. */
    public static Places sample(Constituencies constituencies) {
        return new Places(constituencies, null, SampleTable.read(constituencies));
    }

    /** An imported table, or the sample until there is one. */
    public static Places from(Path file, Constituencies constituencies) {
        var places = new Places(constituencies, file, SampleTable.read(constituencies));
        if (Files.isReadable(file)) {
            places.take(file);
        } else {
            log.warn(
                    "No postcode table can be read at {}: only the sample of {} postcodes is known",
                    file,
                    places.size());
        }
        return places;
    }

    /** Empty for what is no postcode, is not in the table, or lies in Northern Ireland: then the person picks. */
    public Optional<Place> find(@Nullable String postcode) {
        return Postcode.parse(postcode).flatMap(this::find);
    }

    public Optional<Place> find(Postcode postcode) {
        lookForChange();
        return table.find(postcode).map(Place::new);
    }

    /** Every known postcode, in order: for tools. */
    public void forEach(BiConsumer<Postcode, Constituency> consumer) {
        table.forEach(consumer);
    }

    /** Number of postcodes known. */
    public int size() {
        return table.size();
    }

    private void lookForChange() {
        long due = nextLook.get();
        long now = System.nanoTime();
        if (file != null && now - due > 0 && nextLook.compareAndSet(due, now + LOOK_EVERY_NANOS)) {
            refresh(file);
        }
    }

    void refresh(Path file) {
        try {
            if (Files.exists(file) && !Files.getLastModifiedTime(file).equals(seen)) {
                take(file);
            }
        } catch (IOException | UncheckedIOException e) {
            log.warn("The postcode table at {} cannot be read, the earlier one stays", file, e);
        }
    }

    private void take(Path file) {
        try {
            var modified = Files.getLastModifiedTime(file);
            seen = modified;
            table = PostcodeTable.map(file, constituencies);
            log.info("{} postcodes from {}", table.size(), file);
        } catch (IOException e) {
            throw new UncheckedIOException("The postcode table at " + file + " cannot be read, import it again", e);
        }
    }
}
