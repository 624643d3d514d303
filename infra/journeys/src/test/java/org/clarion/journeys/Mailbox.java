package org.clarion.journeys;

import static org.awaitility.Awaitility.await;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The mails that left the platform, as {@code .eml} files in the order of their arrival. */
final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    /** @param text the plain text that everybody can read */
    record Mail(String id, String to, String subject, String text, String html) {

        /** The plain text in one line: a name may stand at the end of one line and the beginning of the next. */
        String inOneLine() {
            return text.replaceAll("\\s+", " ");
        }

        /** The first link whose path starts so. */
        URI link(String path) {
            return LINK.matcher(text)
                    .results()
                    .map(found -> URI.create(found.group()))
                    .filter(link -> link.getPath().startsWith(path))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No link to " + path + " in:\n" + text));
        }
    }

    private final Path folder;
    private final Map<Path, Mail> known = new ConcurrentHashMap<>();

    Mailbox(Path folder) {
        this.folder = folder;
    }

    /** The newest mail to an address, waited for. */
    Mail newestTo(String address) {
        return await("a mail to " + address)
                .atMost(PATIENCE)
                .until(() -> to(address), mails -> !mails.isEmpty())
                .getLast();
    }

    /** The first mail to an address that is the one looked for, waited for. */
    Mail first(String address, Predicate<Mail> looked) {
        return await("the mail to " + address)
                .atMost(PATIENCE)
                .until(() -> to(address).stream().filter(looked).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    List<Mail> to(String address) {
        return all().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    List<Mail> all() {
        return files().stream().map(this::mail).flatMap(Optional::stream).toList();
    }

    private Set<Path> files() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            var sorted = new TreeSet<Path>();
            files.filter(file -> file.toString().endsWith(".eml")).forEach(sorted::add);
            return sorted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Mail> mail(Path file) {
        var mail = Optional.ofNullable(known.get(file)).or(() -> read(file));
        mail.ifPresent(found -> known.put(file, found));
        return mail;
    }

    /** Empty while the file is still being written. */
    private static Optional<Mail> read(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), bytes);
            if (message.getAllRecipients() == null) {
                return Optional.empty();
            }
            return Optional.of(new Mail(
                    message.getMessageID(),
                    ((InternetAddress) message.getAllRecipients()[0]).getAddress(),
                    message.getSubject(),
                    part(message, "text/plain"),
                    part(message, "text/html")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        var found = find(part, type);
        return found == null ? "" : found;
    }

    private static @Nullable String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var index = 0; index < parts.getCount(); index++) {
                BodyPart each = parts.getBodyPart(index);
                var found = find(each, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
