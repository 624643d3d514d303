package org.clarion.pageshell;

import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Text as campaigners write it, made safe to show: no HTML of their own, no pictures, no scripts. */
public final class Markdown {

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h2",
                    "h3",
                    "h4",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "strong",
                    "em",
                    "code",
                    "pre",
                    "a")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .matching(java.util.regex.Pattern.compile("\\d{1,4}"))
            .onElements("ol")
            .allowUrlProtocols("https", "http", "mailto")
            .toFactory();

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer html =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private final TextContentRenderer plain = TextContentRenderer.builder().build();

    /** HTML for {@code th:utext}. The page owns the first heading, so theirs start at the second level. */
    public String html(String source) {
        return ALLOWED.sanitize(html.render(lowered(parser.parse(source))));
    }

    /** The words alone, for mails, previews and descriptions. */
    public String plain(String source) {
        return plain.render(parser.parse(source)).strip();
    }

    /** The first words, at most {@code length} characters, cut between words. */
    public String opening(String source, int length) {
        var words = plain(source).replaceAll("\\s+", " ");
        if (words.length() <= length) {
            return words;
        }
        var cut = words.lastIndexOf(' ', length - 1);
        return words.substring(0, cut > 0 ? cut : length - 1) + "…";
    }

    private static Node lowered(Node document) {
        for (var node : children(document)) {
            if (node instanceof Heading heading) {
                heading.setLevel(Math.clamp(heading.getLevel() + 1L, 2, 4));
            }
            lowered(node);
        }
        return document;
    }

    private static List<Node> children(Node parent) {
        var children = new java.util.ArrayList<Node>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
