package org.clarion.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words live in message files, and every word that a page asks for is there. */
class PageWordsTests {

    private static final List<Pattern> KEYS_IN_TEMPLATES = List.of(
            Pattern.compile("#\\{([a-zA-Z][\\w.-]*\\w)[}(]"),
            Pattern.compile("words='([\\w.-]*\\w)'"),
            Pattern.compile("#figures\\.counted\\('([\\w.-]*\\w)'"),
            Pattern.compile("#messages\\.msg\\('([\\w.-]*\\w)'[),]"));
    private static final Pattern KEY_IN_JAVA = Pattern.compile("message = \"\\{([a-zA-Z][\\w.-]*)}\"");
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?<!:)\\bstyle=|<style|<script(?![^>]*src=)|\\son[a-z]+=\"|(?:src|href)=\"(?:https?:)?//");

    private static final Pattern RESERVED =
            Pattern.compile("th:(?:each|with)=\"(?:[^\"]*, *)?(?:session|param|application)\\b *[,:=]");
    private static final Pattern TAG = Pattern.compile("<[a-z][^<>]*>");

    private static final Map<String, String> WORDS = PageWords.all();

    static List<Path> templates() {
        return House.resources(".html").stream()
                .filter(file -> file.toString().contains("/templates/"))
                .toList();
    }

    static List<Path> messageFiles() {
        return PageWords.files();
    }

    static List<Path> sources() {
        return House.sources().stream()
                .filter(file -> KEY_IN_JAVA.matcher(House.read(file)).find())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyKeyOfATemplateHasWords(Path template) {
        var keys = KEYS_IN_TEMPLATES.stream()
                .flatMap(pattern ->
                        pattern.matcher(House.read(template)).results().map(match -> match.group(1)));
        assertThat(keys)
                .as(House.name(template))
                .allSatisfy(key -> assertThat(WORDS).containsKey(key));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyKeyOfAConstraintHasWords(Path source) {
        var keys = KEY_IN_JAVA.matcher(House.read(source)).results().map(match -> match.group(1));
        assertThat(keys)
                .as(House.name(source))
                .allSatisfy(key -> assertThat(WORDS).containsKey(key));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateHoldsWordsOfItsOwn(Path template) {
        assertThat(OwnWords.in(House.read(template))).as(House.name(template)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateNeedsALaxContentSecurityPolicy(Path template) {
        var found = FORBIDDEN.matcher(House.read(template)).results().map(match -> match.group());
        assertThat(found).as(House.name(template)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noConditionStandsWhereThymeleafIgnoresIt(Path template) {
        var ignored = TAG.matcher(House.read(template))
                .results()
                .map(MatchResult::group)
                .filter(tag -> tag.contains("th:replace="))
                .filter(tag -> tag.contains("th:if=") || tag.contains("th:unless=") || tag.contains("th:with="));
        assertThat(ignored)
                .as("%s: th:replace comes first, and takes th:if away with its tag", House.name(template))
                .isEmpty();
    }

    /** Such a template fails where the list is not empty, and only there. */
    @ParameterizedTest
    @MethodSource("templates")
    void noVariableHasANameThatThymeleafKeepsForItself(Path template) {
        var found = RESERVED.matcher(House.read(template)).results().map(MatchResult::group);
        assertThat(found).as(House.name(template)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("messageFiles")
    void wordsAreCalmAndWellSet(Path file) {
        assertThat(PageWords.in(file)).as(House.name(file)).isNotEmpty().allSatisfy((key, words) -> {
            assertThat(words).as("%s: ’ not ', which MessageFormat eats", key).doesNotContain("'");
            assertThat(words).as("%s: no exclamation marks", key).doesNotContain("!");
            assertThat(words).as("%s: no jargon", key).doesNotContainIgnoringCase("error occurred");
            assertThat(words).as("%s: “ ” not \"", key).doesNotContain("\"");
        });
    }
}
