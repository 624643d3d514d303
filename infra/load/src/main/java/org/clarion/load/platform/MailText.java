package org.clarion.load.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The plain text of a raw mail: enough MIME to find a link, and much cheaper than a mail library. */
final class MailText {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";\\s]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOLDED = Pattern.compile("\\n[ \\t]+");
    private static final String BLANK_LINE = "\n\n";

    private MailText() {}

    /** The first {@code text/plain} part, with lines as Unix ends them, or empty. */
    static Optional<String> of(String raw) {
        return in(raw.replace("\r\n", "\n"));
    }

    private static Optional<String> in(String part) {
        int end = part.indexOf(BLANK_LINE);
        if (end < 0) {
            return Optional.empty();
        }
        var head = FOLDED.matcher(part.substring(0, end)).replaceAll(" ");
        var body = part.substring(end + BLANK_LINE.length());
        var type = header(head, "content-type");
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            var boundary = BOUNDARY.matcher(type);
            return boundary.find() ? firstOf(body, boundary.group(1)) : Optional.empty();
        }
        var plain = type.isEmpty() || type.toLowerCase(Locale.ROOT).startsWith("text/plain");
        return plain ? Optional.of(decoded(body, header(head, "content-transfer-encoding"))) : Optional.empty();
    }

    private static Optional<String> firstOf(String parts, String boundary) {
        return Pattern.compile("\n--" + boundary, Pattern.LITERAL)
                .splitAsStream("\n" + parts)
                .skip(1)
                .map(MailText::in)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String decoded(String body, String encoding) {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "base64" ->
                new String(
                        Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.US_ASCII)),
                        StandardCharsets.UTF_8);
            case "quoted-printable" -> quotedPrintable(body);
            default -> body;
        };
    }

    private static String quotedPrintable(String body) {
        var bytes = new ByteArrayOutputStream(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c != '=') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            } else if (body.startsWith("\n", i + 1)) {
                i += 1;
            } else if (i + 2 < body.length()) {
                bytes.write(Integer.parseInt(body, i + 1, i + 3, 16));
                i += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
