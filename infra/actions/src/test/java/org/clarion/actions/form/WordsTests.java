package org.clarion.actions.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.clarion.supporters.PersonName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Whatever the code can say has words; a missing one would be an error on a page. */
class WordsTests {

    private static final Pattern FLAW = Pattern.compile("\"([a-z]+\\.(?:missing|wrong))\"");

    @Test
    void everyFlawHasWords() throws IOException {
        var said = new TreeSet<String>();
        for (var flaw : PersonName.Flaw.values()) {
            said.add("name." + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        FLAW.matcher(Files.readString(Path.of("src/main/java/org/clarion/actions/form/Answers.java")))
                .results()
                .forEach(match -> said.add(match.group(1)));
        assertThat(said)
                .contains("home.missing", "email.missing", "email.wrong", "constituency.wrong", "request.wrong");
        var words = new Properties();
        try (var in = new ClassPathResource("messages/actions.properties").getInputStream()) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(words.stringPropertyNames())
                .containsAll(
                        said.stream().map(each -> new Flaw("any", each).words()).toList());
    }
}
