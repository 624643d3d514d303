package org.clarion.load.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.clarion.load.Trouble;

/** Every mail that has left the platform since a moment, each read whole, and once. */
public final class MailArchive {

    private final Path folder;
    private final Set<String> earlier;
    private final Map<String, SentMail> read = new ConcurrentHashMap<>();

    private MailArchive(Path folder, Set<String> earlier) {
        this.folder = folder;
        this.earlier = earlier;
    }

    /** Of what leaves after this call. */
    public static MailArchive from(Path folder) {
        return new MailArchive(folder, new HashSet<>(names(folder)));
    }

    /** @param wanted by the recipient of the envelope */
    public List<SentMail> arrived(Predicate<String> wanted) {
        return names(folder).stream()
                .filter(name -> !earlier.contains(name))
                .sorted()
                .flatMap(name -> MailFolder.recipientOf(name)
                        .filter(wanted)
                        .map(recipient ->
                                read.computeIfAbsent(name, file -> SentMail.read(recipient, folder.resolve(file))))
                        .stream())
                .toList();
    }

    /** How many have arrived. */
    public int size() {
        return names(folder).size() - earlier.size();
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new Trouble("There is no folder of mails at " + folder + ". Does the platform run here?", e);
        }
    }
}
