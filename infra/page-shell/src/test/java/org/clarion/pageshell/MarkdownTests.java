package org.clarion.pageshell;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

    private static final Pattern HEADING = Pattern.compile("(?<=<)h\\d");

    private final Markdown markdown = new Markdown();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "[click](javascript:alert(1))",
                "[click](JaVaScRiPt:alert(1))",
                "[click](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](https://example.org/x.png)",
                "<img src=x onerror=alert(1)>",
                "<a href=\"https://example.org\" onclick=\"alert(1)\">x</a>",
                "<style>body{display:none}</style>",
                "<iframe src=\"https://example.org\"></iframe>",
                "[x](https://example.org \"a\\\" onmouseover=\\\"alert(1)\")"
            })
    void nothingThatActsOrLoadsComesThrough(String source) {
        assertThat(markdown.html(source))
                .doesNotContainPattern("<(?!/?(?:p|a|br)\\b)")
                .doesNotContainPattern("<[^>]*(?:\\son\\w+\\s*=|javascript:|data:|style=|src=)");
    }

    @ParameterizedTest
    @CsvSource({
        "'# A\n## B\n# C', h2 h3 h2",
        "'## A\n### B\n###### C\n## D', h2 h3 h4 h2",
        "'### A\n# B', h2 h2",
        "'# A\n#### B\n### C', h2 h3 h4"
    })
    void headingsStandBelowThePagesOwnAndLeaveNoLevelOut(String source, String levels) {
        var found = HEADING.matcher(markdown.html(source)).results().map(MatchResult::group);
        assertThat(found.collect(joining(" "))).isEqualTo(levels);
    }

    @Test
    void theUsualThingsWork() {
        assertThat(markdown.html("One **strong** [link](https://example.org/a?b=1&c=2)\n\n- a\n- b\n\n> said"))
                .contains("<strong>strong</strong>", "href=\"https://example.org/a?b&#61;1&amp;c&#61;2\"")
                .contains("<ul>", "<li>a</li>", "<blockquote>");
    }

    @Test
    void theOpeningEndsBetweenWords() {
        assertThat(markdown.opening("**Every person** can ask\na court.", 17)).isEqualTo("Every person can…");
        assertThat(markdown.opening("Every *person*.", 17)).isEqualTo("Every person.");
        assertThat(markdown.opening("Donaudampfschifffahrtsgesellschaft", 10)).isEqualTo("Donaudamp…");
    }
}
