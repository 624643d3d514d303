package org.clarion.letters.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of one letter. Subject, opening and closing are the action's, the body is the supporter's.
 *
 * @param opening holds {@code {salutation}}, which is filled in when the letter is read
 * @param body as typed; paragraphs are apart by an empty line
 * @param variant of the action's wording; null for the basic one
 */
public record Written(
        String subject,
        String opening,
        String body,
        String closing,
        @Nullable UUID variant) {

    public static final int LONGEST_BODY = 20_000;

    private static final String SALUTATION = "{salutation}";
    private static final Pattern EMPTY_LINES = Pattern.compile("\\R[ \\t]*\\R\\s*");
    private static final int TELLING_NAME = 3;

    /** What the recipient reads, from the opening to the name and address under it, one text each. */
    public List<String> paragraphs(String salutation, Sender sender) {
        var all = new ArrayList<String>();
        for (var part : List.of(opening.replace(SALUTATION, salutation), body, closing)) {
            EMPTY_LINES
                    .splitAsStream(part.strip())
                    .filter(each -> !each.isBlank())
                    .forEach(all::add);
        }
        all.add(under(sender));
        return List.copyOf(all);
    }

    /** As plain text. */
    public String inFull(String salutation, Sender sender) {
        return String.join("\n\n", paragraphs(salutation, sender)) + "\n";
    }

    /** Offices answer only constituents, and know them by name and postal address. */
    private static String under(Sender sender) {
        return String.join(
                "\n",
                Stream.concat(
                                Stream.of(sender.name()),
                                Stream.concat(sender.address().lines(), Stream.ofNullable(sender.postcode())))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    /** Whether the supporter's own words name a person: the whole name, or its last word. */
    boolean names(String person) {
        var text = body.toLowerCase(Locale.ROOT);
        var words = person.strip().toLowerCase(Locale.ROOT).split("\\s+");
        var last = words[words.length - 1];
        return Stream.of(String.join(" ", words), last)
                .filter(name -> name.length() >= TELLING_NAME)
                .anyMatch(
                        name -> Pattern.compile("(?<![\\p{L}\\p{M}'’-])" + Pattern.quote(name) + "(?![\\p{L}\\p{M}-])")
                                .matcher(text)
                                .find());
    }

    Written withBody(String body) {
        return new Written(subject, opening, body, closing, variant);
    }

    /** Says nothing: letters do not belong in a log. */
    @Override
    public String toString() {
        return "Written";
    }
}
