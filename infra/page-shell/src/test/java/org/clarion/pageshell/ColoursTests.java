package org.clarion.pageshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** Contrast as WCAG 2.2 measures it: 4.5 for text (1.4.3), 3 for lines that mean something (1.4.11). */
class ColoursTests {

    private static final Pattern RULE =
            Pattern.compile("(?:(?<root>:root)|\\[data-accent=\"(?<accent>[a-z]+)\"]) \\{(?<body>[^}]*--accent[^}]*)}");
    private static final Pattern COLOUR = Pattern.compile("--(?<name>[a-z-]+): #(?<hex>[0-9a-f]{6});");

    static Stream<Arguments> palettes() {
        var css = css();
        var dark = css.indexOf("@media (prefers-color-scheme: dark)");
        var ground = css.indexOf("/* 2. Ground */");
        return Stream.of(palettes("light", css.substring(0, dark)), palettes("dark", css.substring(dark, ground)))
                .flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("palettes")
    void everyAccentCanBeRead(String name, Map<String, String> colours) {
        for (var ground : new String[] {"paper", "sheet", "tint"}) {
            assertContrast(colours, "ink", ground, 7);
            assertContrast(colours, "soft-ink", ground, 4.5);
            assertContrast(colours, "accent", ground, 4.5);
        }
        for (var ground : new String[] {"paper", "sheet"}) {
            assertContrast(colours, "strong-line", ground, 3);
            assertContrast(colours, "wrong", ground, 4.5);
        }
        assertContrast(colours, "on-accent", "accent", 4.5);
        assertContrast(colours, "wrong", "wrong-tint", 4.5);
        assertContrast(colours, "ink", "good-tint", 7);
        assertContrast(colours, "ink", "caution-tint", 7);
    }

    private static Stream<Arguments> palettes(String scheme, String css) {
        var base = new HashMap<String, String>();
        var palettes = Stream.<Arguments>builder();
        RULE.matcher(css).results().forEach(rule -> {
            var colours = new HashMap<>(base);
            COLOUR.matcher(rule.group("body"))
                    .results()
                    .forEach(each -> colours.put(each.group("name"), each.group("hex")));
            if (rule.group("root") != null) {
                base.putAll(colours);
            }
            palettes.add(Arguments.of(
                    scheme + " " + (rule.group("accent") == null ? "madder" : rule.group("accent")), colours));
        });
        var all = palettes.build().toList();
        assertThat(all).as("accents in %s", scheme).hasSize(6);
        return all.stream();
    }

    private static void assertContrast(Map<String, String> colours, String over, String under, double least) {
        assertThat(contrast(colours.get(over), colours.get(under)))
                .as("contrast of %s on %s", over, under)
                .isGreaterThanOrEqualTo(least);
    }

    private static double contrast(String one, String other) {
        var light = Math.max(luminance(one), luminance(other));
        var dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String hex) {
        var rgb = Integer.parseInt(hex, 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static String css() {
        try {
            return new ClassPathResource("assets/clarion.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
