package org.clarion.pageshell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of all pages: every {@code messages/<name>.properties} on the classpath is English, every
 * {@code messages/<name>_<language>.properties} a translation of it.
 */
public final class Words {

    /** The language of the files without a suffix. */
    public static final Locale DEFAULT = Locale.UK;

    private static final Pattern FILE = Pattern.compile("(?<name>[a-z-]+?)(?:_(?<language>[a-z]{2,3}))?\\.properties");

    private final Set<String> names = new TreeSet<>();
    private final Set<String> translations = new TreeSet<>();

    private Words() {}

    /** Finds the word files of this service and of every library it stands on. */
    public static Words onClasspath() throws IOException {
        var words = new Words();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            var match = FILE.matcher(String.valueOf(file.getFilename()));
            if (match.matches()) {
                words.names.add("messages/" + match.group("name"));
                if (match.group("language") != null) {
                    words.translations.add(match.group("language"));
                }
            }
        }
        return words;
    }

    /** The languages that have words, the default first. */
    public List<Locale> languages() {
        var languages = new ArrayList<Locale>(List.of(DEFAULT, Locale.ENGLISH));
        translations.forEach(tag -> languages.add(Locale.of(tag)));
        return List.copyOf(languages);
    }

    /** Looks words up in all files together; a missing key is an error, not an empty text. */
    public MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(names.toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(DEFAULT);
        return source;
    }
}
