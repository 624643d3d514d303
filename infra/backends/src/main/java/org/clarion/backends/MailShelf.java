package org.clarion.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The latest mails in memory and, where a folder is given, all of them in files. */
final class MailShelf {

    private static final Pattern NAME = Pattern.compile("(?<number>\\d{8,})-(?<recipient>.*)\\.eml");
    private static final int AT_HAND = 5_000;
    private static final long AT_HAND_BYTES = 64L * 1024 * 1024;
    private static final int RECALLED = 200;

    private final @Nullable Path folder;
    private final Deque<ReceivedMail> latest = new ArrayDeque<>();
    private long bytes;
    private long last;

    private MailShelf(@Nullable Path folder) {
        this.folder = folder;
    }

    static MailShelf inMemory() {
        return new MailShelf(null);
    }

    static MailShelf in(Path folder) {
        var shelf = new MailShelf(folder);
        try {
            Files.createDirectories(folder);
            shelf.recall(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shelf;
    }

    /** The file comes first: a mail that was acknowledged is never missing from the folder. */
    synchronized ReceivedMail keep(Instant at, String sender, List<String> recipients, byte[] raw) throws IOException {
        var mail = new ReceivedMail(last + 1, at, sender, recipients, raw);
        if (folder != null) {
            write(folder.resolve(fileName(mail)), raw);
        }
        last = mail.number();
        add(mail);
        return mail;
    }

    synchronized List<ReceivedMail> after(long number, int atMost) {
        return latest.stream()
                .filter(mail -> mail.number() > number)
                .limit(atMost)
                .toList();
    }

    /** Newest first. */
    synchronized List<ReceivedMail> latest(int atMost) {
        return latest.reversed().stream().limit(atMost).toList();
    }

    /** How many have arrived, those of earlier runs on the same folder included. */
    synchronized long count() {
        return last;
    }

    /** A mail at hand, or one from its file. */
    @Nullable ReceivedMail find(long number) throws IOException {
        synchronized (this) {
            for (var mail : latest) {
                if (mail.number() == number) {
                    return mail;
                }
            }
        }
        if (folder == null) {
            return null;
        }
        try (var files = Files.newDirectoryStream(folder, "%08d-*.eml".formatted(number))) {
            var found = files.iterator();
            return found.hasNext() ? read(found.next()) : null;
        }
    }

    synchronized void clear() {
        latest.clear();
        bytes = 0;
    }

    /** By way of a name that is no mail's, because readers watch the folder and must not see half a mail. */
    private static void write(Path file, byte[] raw) throws IOException {
        var part = Files.write(file.resolveSibling(file.getFileName() + ".part"), raw);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String fileName(ReceivedMail mail) {
        var recipient =
                mail.recipients().isEmpty() ? "nobody" : mail.recipients().getFirst();
        var plain = recipient.replaceAll("[^A-Za-z0-9@._+-]", "_");
        return "%08d-%s.eml".formatted(mail.number(), plain.substring(0, Math.min(plain.length(), 80)));
    }

    private void recall(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var newest = files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .limit(RECALLED)
                    .toList();
            for (var file : newest.reversed()) {
                add(read(file));
            }
        }
        last = latest.isEmpty() ? 0 : latest.getLast().number();
    }

    private static ReceivedMail read(Path file) throws IOException {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException("not a kept mail: " + file);
        }
        return new ReceivedMail(
                Long.parseLong(name.group("number")),
                Files.getLastModifiedTime(file).toInstant(),
                "",
                List.of(name.group("recipient")),
                Files.readAllBytes(file));
    }

    private void add(ReceivedMail mail) {
        latest.add(mail);
        bytes += mail.raw().length;
        while (latest.size() > AT_HAND || bytes > AT_HAND_BYTES) {
            bytes -= latest.remove().raw().length;
        }
    }
}
