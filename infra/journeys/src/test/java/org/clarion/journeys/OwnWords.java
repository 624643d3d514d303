package org.clarion.journeys;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.config.ParseConfiguration.ElementBalancing;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;

/** The words that a template would show as they stand, because no attribute of Thymeleaf replaces them. */
final class OwnWords extends AbstractSimpleMarkupHandler {

    private static final Set<String> REPLACES = Set.of("th:text", "th:utext", "th:errors", "th:replace", "th:insert");
    private static final Set<String> SPOKEN = Set.of("alt", "title", "placeholder", "aria-label", "aria-description");

    private final List<String> found = new ArrayList<>();
    private final Deque<Boolean> replaced = new ArrayDeque<>(List.of(false));

    private OwnWords() {}

    static List<String> in(String template) {
        var words = new OwnWords();
        var syntax = ParseConfiguration.htmlConfiguration();
        syntax.setElementBalancing(ElementBalancing.AUTO_CLOSE);
        try {
            new SimpleMarkupParser(syntax).parse(template, words);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
        return words.found;
    }

    @Override
    public void handleOpenElement(@Nullable String name, @Nullable Map<String, String> attributes, int line, int col) {
        var given = attributes == null ? Map.<String, String>of() : attributes;
        spoken(given, line);
        // A page hands parts of itself to its layout, so what stands in it is shown all the same.
        replaced.push(
                !"html".equals(name) && (inReplaced() || given.keySet().stream().anyMatch(REPLACES::contains)));
    }

    @Override
    public void handleStandaloneElement(
            @Nullable String name, @Nullable Map<String, String> attributes, boolean minimized, int line, int col) {
        spoken(attributes == null ? Map.of() : attributes, line);
    }

    @Override
    public void handleCloseElement(@Nullable String name, int line, int col) {
        replaced.pop();
    }

    @Override
    public void handleAutoCloseElement(@Nullable String name, int line, int col) {
        replaced.pop();
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int col) {
        var text = new String(buffer, offset, length).strip();
        if (!inReplaced() && text.codePoints().anyMatch(Character::isLetter) && !text.startsWith("[[")) {
            found.add("line %d: %s".formatted(line, text));
        }
    }

    private void spoken(Map<String, String> attributes, int line) {
        attributes.forEach((name, value) -> {
            if (SPOKEN.contains(name) && value.codePoints().anyMatch(Character::isLetter)) {
                found.add("line %d: %s=\"%s\"".formatted(line, name, value));
            }
        });
    }

    private boolean inReplaced() {
        return Boolean.TRUE.equals(replaced.peek());
    }
}
