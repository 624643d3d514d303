package org.clarion.pageshell;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Text as campaigners write it, made safe to show: no HTML of their own, no pictures, no scripts. */
public final class Markdown {

    private static final int FIRST_LEVEL = 2;
    private static final int LAST_LEVEL = 4;

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
            .matching(Pattern.compile("\\d{1,4}"))
            .onElements("ol")
            .allowUrlProtocols("https", "http", "mailto")
            .toFactory();

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer html =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private final TextContentRenderer plain = TextContentRenderer.builder().build();

    /** HTML for {@code th:utext}. The page owns the first heading, so theirs start at the second level. */
    public String html(String source) {
        return ALLOWED.sanitize(html.render(stepped(parser.parse(source))));
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

    /** Whatever levels somebody writes, they begin at the second and none is left out: who hears a page steps through them. */
    private static Node stepped(Node document) {
        var highest = new HighestHeading();
        document.accept(highest);
        document.accept(new AbstractVisitor() {

            private int previous = FIRST_LEVEL - 1;

            @Override
            public void visit(Heading heading) {
                var wanted = heading.getLevel() - highest.level + FIRST_LEVEL;
                previous = Math.min(Math.min(wanted, previous + 1), LAST_LEVEL);
                heading.setLevel(previous);
            }
        });
        return document;
    }

    private static final class HighestHeading extends AbstractVisitor {

        private int level = Integer.MAX_VALUE;

        @Override
        public void visit(Heading heading) {
            level = Math.min(level, heading.getLevel());
        }
    }
}
