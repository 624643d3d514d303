package org.clarion.backends;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The markup of the mail page. */
final class MailHtml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:)]");

    private MailHtml() {}

    static String list(List<ReceivedMail> newestFirst, long count) {
        if (newestFirst.isEmpty()) {
            return page(word("title"), "<h1>%s</h1><p>%s</p>".formatted(word("title"), word("none")));
        }
        var rows = newestFirst.stream().map(MailHtml::row).collect(Collectors.joining("\n"));
        return page(word("title"), """
                <h1>%s</h1>
                <p>%s</p>
                <table>
                <thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                """.formatted(
                        word("title"),
                        word("counted", count, newestFirst.size()),
                        word("time"),
                        word("to"),
                        word("subject"),
                        rows));
    }

    static String mail(long number, ReadMail mail) {
        var html = mail.html() == null ? "" : """
                <h2>%s</h2>
                <iframe src="/mails/%d/html" title="%s"
                    sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                """.formatted(word("html"), number, word("html"));
        var text =
                mail.text() == null ? "" : "<h2>%s</h2>\n<pre>%s</pre>\n".formatted(word("text"), linked(mail.text()));
        return page(mail.subject(), """
                <p><a href="/">%s</a></p>
                <h1>%s</h1>
                <dl>
                <dt>%s</dt><dd>%s</dd>
                <dt>%s</dt><dd>%s</dd>
                <dt>%s</dt><dd>%s</dd>
                </dl>
                %s%s<p><a href="/mails/%d/raw">%s</a></p>
                """.formatted(
                        word("all"),
                        escaped(mail.subject()),
                        word("from"),
                        escaped(mail.from()),
                        word("to"),
                        escaped(mail.to()),
                        word("time"),
                        TIME.format(mail.at()),
                        text,
                        html,
                        number,
                        word("raw")));
    }

    static String missing() {
        return page(word("missing"), "<h1>%s</h1><p><a href=\"/\">%s</a></p>".formatted(word("missing"), word("all")));
    }

    /** Inside the sandboxed frame: links open outside it. */
    static String framed(@Nullable String html) {
        return "<base target=\"_blank\">" + (html == null ? "" : html);
    }

    private static String row(ReceivedMail mail) {
        var read = ReadMail.of(mail);
        return "<tr><td>%s</td><td>%s</td><td><a href=\"/mails/%d\">%s</a></td></tr>"
                .formatted(
                        TIME.format(read.at()),
                        escaped(read.to()),
                        mail.number(),
                        read.subject().isBlank() ? word("without-subject") : escaped(read.subject()));
    }

    private static String linked(String text) {
        return LINK.matcher(escaped(text))
                .replaceAll(link ->
                        java.util.regex.Matcher.quoteReplacement("<a href=\"%1$s\">%1$s</a>".formatted(link.group())));
    }

    private static String word(String key, Object... values) {
        return escaped(MailPageWords.of(key, values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/mail.css">
                </head>
                <body>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(escaped(title), body);
    }
}
