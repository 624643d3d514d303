package org.clarion.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** Whatever the code can say has words; a missing one would be an error on a page. */
class WordsTests {

    private static final Pattern SAID =
            Pattern.compile("\"((?:register|events?|flaw|refused)\\.[a-z][a-zA-Z.-]+[a-zA-Z])\"");
    private static final Pattern FLAW = Pattern.compile("\\.flaw\\(\"[a-z]+\", \"([a-z.-]+)\"\\)");
    private static final Pattern VIEW = Pattern.compile("page\\((?:[^\"()]*\\? )?\"([a-z-]+)\"");

    @Test
    void everyFlawHasWords() throws IOException {
        var flaws = found(FLAW);
        assertThat(flaws).contains("sessions.missing", "mode.wrong", "invitation.wrong");
        assertThat(words())
                .containsAll(flaws.stream().map(flaw -> "flaw." + flaw).toList());
    }

    @Test
    void everyKeyInTheCodeHasWords() throws IOException {
        var said = found(SAID);
        assertThat(said).contains("register.button", "register.api.next", "event.when");
        assertThat(words()).containsAll(said);
    }

    @Test
    void everyPageBehindALinkHasWords() throws IOException {
        var views = found(VIEW);
        assertThat(views).contains("expired", "disown", "cancel", "sent");
        views.addAll(List.of("confirm", "confirm-application", "sent-again", "called-off", "past"));
        assertThat(words())
                .containsAll(views.stream().map(view -> "registration." + view).toList())
                .containsAll(views.stream()
                        .map(view -> "registration." + view + ".text")
                        .toList());
    }

    static Stream<String> states() {
        return Arrays.stream(Registration.Status.values())
                .filter(status -> status != Registration.Status.EXPIRED)
                .map(Registration.Status::wireName);
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateHasWords(String state) throws IOException {
        assertThat(words()).contains("registration." + state, "registration." + state + ".text");
    }

    static Stream<String> reasons() {
        return Arrays.stream(RegistrationRefusal.Reason.values()).map(RegistrationRefusal.Reason::wireName);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void everyRefusalHasWords(String reason) throws IOException {
        assertThat(words()).contains("refused.registrations." + reason, "refused.registrations." + reason + ".text");
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
        for (var file : List.of("registrations", "actions")) {
            try (var in = new ClassPathResource("messages/" + file + ".properties").getInputStream()) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        }
        return words.stringPropertyNames();
    }
}
