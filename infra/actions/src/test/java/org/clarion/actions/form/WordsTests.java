package org.clarion.actions.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.clarion.supporters.PersonName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Whatever the code can say has words; a missing one would be an error on a page. */
class WordsTests {

    private static final Pattern FLAW = Pattern.compile("\"([a-z]+\\.(?:missing|wrong))\"");
    private static final Pattern SAID = Pattern.compile("\"(flaw\\.[a-z.-]+[a-z])\"");

    @Test
    void everyFlawHasWords() throws IOException {
        var flaws = found(FLAW);
        for (var flaw : PersonName.Flaw.values()) {
            flaws.add("name." + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        assertThat(flaws).contains("home.missing", "email.wrong", "constituency.wrong", "request.wrong");
        assertThat(words())
                .containsAll(flaws.stream()
                        .map(each -> new Flaw("any", each).words())
                        .toList());
    }

    @Test
    void everyKeyInTheCodeHasWords() throws IOException {
        var said = found(SAID);
        assertThat(said).contains("flaw.constituency.ask", "flaw.email.ask");
        assertThat(words()).containsAll(said).contains("consent.updates");
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }

    private static Set<String> words() throws IOException {
        var words = new Properties();
        try (var in = new ClassPathResource("messages/actions.properties").getInputStream()) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words.stringPropertyNames();
    }
}
