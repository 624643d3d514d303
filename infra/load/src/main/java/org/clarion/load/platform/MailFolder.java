package org.clarion.load.platform;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.clarion.load.Trouble;

/** The mails that leave the platform from now on: {@code <number>-<recipient>.eml} files that appear in a folder. */
public final class MailFolder implements AutoCloseable {

    /** One mail, as its file names it. */
    public record Mail(String recipient, Path file) {

        /** The first address in the plain text that {@code link} finds. */
        public Optional<String> find(Pattern link) {
            try {
                return MailText.of(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .flatMap(text -> {
                            var found = link.matcher(text);
                            return found.find() ? Optional.of(found.group()) : Optional.empty();
                        });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Takes each mail as it arrives. */
    public interface Reader {
        void read(Mail mail);
    }

    private static final Pattern NAME = Pattern.compile("(\\d+)-(.+)\\.eml");

    private final Path folder;
    private final Reader reader;
    private final WatchService watch;
    private final Thread watching;
    private final Set<String> seen = new HashSet<>();

    private MailFolder(Path folder, Reader reader) throws IOException {
        this.folder = folder;
        this.reader = reader;
        watch = folder.getFileSystem().newWatchService();
        folder.register(watch, ENTRY_CREATE);
        try (var present = Files.list(folder)) {
            present.forEach(file -> seen.add(file.getFileName().toString()));
        }
        watching = Thread.ofPlatform().name("mail").daemon().unstarted(this::follow);
    }

    /** Starts reading what arrives after this call. */
    public static MailFolder follow(Path folder, Reader reader) {
        try {
            var mails = new MailFolder(folder, reader);
            mails.watching.start();
            return mails;
        } catch (IOException e) {
            throw new Trouble("There is no folder of mails at " + folder + ". Does the platform run here?", e);
        }
    }

    private void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var key = watch.poll(1, TimeUnit.SECONDS);
                if (key != null) {
                    for (var event : key.pollEvents()) {
                        if (event.kind() == OVERFLOW) {
                            lookThrough();
                        } else {
                            take(String.valueOf(event.context()));
                        }
                    }
                    key.reset();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** More arrived at once than the system keeps notes of. */
    private void lookThrough() throws IOException {
        try (var present = Files.list(folder)) {
            present.map(file -> file.getFileName().toString()).sorted().forEach(this::take);
        }
    }

    private void take(String fileName) {
        recipientOf(fileName)
                .filter(recipient -> seen.add(fileName))
                .ifPresent(recipient -> reader.read(new Mail(recipient, folder.resolve(fileName))));
    }

    /** Empty for a file that is not a mail. */
    static Optional<String> recipientOf(String fileName) {
        var name = NAME.matcher(fileName);
        return name.matches() ? Optional.of(name.group(2)) : Optional.empty();
    }

    @Override
    public void close() {
        watching.interrupt();
        try {
            watch.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
