package org.clarion.letters.letter;

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
import org.clarion.letters.letter.Letter.Status;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Whatever the code can say has words; a missing one would be an error on a page. */
class WordsTests {

    private static final Path FEATURE = Path.of("src/main/java/org/clarion/letters/letter");
    private static final Pattern SAID = Pattern.compile("\"((?:letter|refused\\.letter)\\.[a-z][a-zA-Z.-]+[a-zA-Z])\"");
    private static final Pattern FLAW = Pattern.compile("flaw\\(\\s*\"[a-z]+\",\\s*\"([a-z.-]+)\"");
    private static final Pattern VIEW = Pattern.compile("page\\((?:[^\"()]*\\? )?\"([a-z-]+)\"");
    private static final Set<String> MAILS_AND_TEMPLATES = Set.of(
            "letter.confirm",
            "letter.already-written",
            "letter.held",
            "letter.recipient-changed",
            "letter.redirected",
            "letter.cancelled",
            "letter.did-they-answer",
            "letter.to-target");

    @Test
    void everyFlawHasWords() throws IOException {
        var flaws = found(FLAW);
        assertThat(flaws).contains("letter.body.too-long", "letter.seat.disagrees", "country.wrong");
        assertThat(words())
                .containsAll(flaws.stream().map(flaw -> "flaw." + flaw).toList());
    }

    @Test
    void everyKeyInTheCodeHasWords() throws IOException {
        var said = found(SAID);
        said.removeIf(key -> MAILS_AND_TEMPLATES.contains(key) || key.endsWith(".v1"));
        said.removeAll(found(FLAW));
        assertThat(said).hasSizeGreaterThan(5);
        var words = words();
        said.removeIf(key -> words.contains(key) || words.contains("flaw." + key));
        assertThat(said).isEmpty();
    }

    @Test
    void everyPageBehindALinkHasWords() throws IOException {
        var views = found(VIEW);
        assertThat(views).contains("confirm", "expired", "disown", "withdraw", "sent", "too-late-to-disown");
        assertThat(words())
                .containsAll(views.stream().map(view -> "letter.link." + view).toList())
                .containsAll(views.stream()
                        .map(view -> "letter.link." + view + ".text")
                        .toList());
    }

    @Test
    void everyStateHasWords() throws IOException {
        for (var ending : List.of("", ".text", ".short")) {
            assertThat(words())
                    .containsAll(Arrays.stream(Status.values())
                            .map(status -> "letter.state." + status.wireName() + ending)
                            .toList());
        }
    }

    @Test
    void everyHoldAnswerAdviceAndRefusalHasWords() throws IOException {
        assertThat(words())
                .containsAll(keys("letter.hold.", Arrays.stream(Hold.values()).map(Hold::wireName)))
                .containsAll(keys(
                        "letter.answer.", Arrays.stream(Answer.Kind.values()).map(Answer.Kind::wireName)))
                .containsAll(keys(
                        "letter.likeness.",
                        Arrays.stream(Likeness.Advice.values()).map(Likeness.Advice::wireName)))
                .containsAll(keys(
                        "refused.letters.",
                        Arrays.stream(LetterRefusal.Reason.values())
                                .flatMap(reason -> Stream.of(reason.wireName(), reason.wireName() + ".text"))));
    }

    private static List<String> keys(String beginning, Stream<String> names) {
        return names.map(name -> beginning + name).toList();
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(FEATURE)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }

    private static Set<String> words() throws IOException {
        var words = new Properties();
        for (var file : List.of("letters", "actions")) {
            try (var in = new ClassPathResource("messages/" + file + ".properties").getInputStream()) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        }
        return words.stringPropertyNames();
    }
}
