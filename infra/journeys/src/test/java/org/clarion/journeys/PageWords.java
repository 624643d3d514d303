package org.clarion.journeys;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The English words of all modules, so that tests press what people read. */
final class PageWords {

    private static final Map<String, String> ALL = all();

    private PageWords() {}

    static List<Path> files() {
        return House.resources(".properties").stream()
                .filter(file -> file.getParent().endsWith("messages"))
                .toList();
    }

    static Map<String, String> all() {
        var words = new TreeMap<String, String>();
        files().stream()
                .filter(file -> !file.getFileName().toString().contains("_"))
                .forEach(file -> words.putAll(in(file)));
        return words;
    }

    static Map<String, String> in(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(House.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var words = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    /** What the page says under a key; without what stands before or after a placeholder if there is one. */
    static String say(String key) {
        var words = ALL.get(key);
        if (words == null) {
            throw new AssertionError("There are no words for " + key);
        }
        var parts = words.split("\\{\\d[^}]*}");
        return List.of(parts).stream()
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse(words)
                .strip();
    }
}
