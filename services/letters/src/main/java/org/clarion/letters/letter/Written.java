package org.clarion.letters.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private static final String TITLE = "(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Prof|Professor)\\.?";
    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /**
     * What the recipient reads, from the opening to the name and address under it, one text each.
     *
     * @param sender null where it is not known yet: then nothing stands under it
     */
    public List<String> paragraphs(String salutation, @Nullable Sender sender) {
        var all = new ArrayList<String>();
        for (var part : List.of(opening.replace(SALUTATION, salutation), body, closing)) {
            EMPTY_LINES
                    .splitAsStream(part.strip())
                    .filter(each -> !each.isBlank())
                    .forEach(all::add);
        }
        if (sender != null) {
            all.add(under(sender));
        }
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

    /**
     * Whether the supporter's own words name a person: by the whole name, as the opening does, by a title and the last
     * name, or by "Dear" and the first. A last name alone is too often a word like any other.
     */
    boolean names(Addressee person) {
        var words = person.name().strip().split("\\s+");
        var first = Pattern.quote(words[0]);
        var last = Pattern.quote(words[words.length - 1]);
        var name = String.join(
                "|", spaced(person.name()), spaced(person.salutation()), TITLE + "\\s+" + last, "Dear\\s+" + first);
        return Pattern.compile("(?<![\\p{L}\\p{M}])(?:" + name + ")(?![\\p{L}\\p{M}])", ANY_CASE)
                .matcher(body)
                .find();
    }

    private static String spaced(String name) {
        return Stream.of(name.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
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
