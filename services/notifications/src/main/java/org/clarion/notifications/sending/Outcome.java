package org.clarion.notifications.sending;

import java.util.Set;
import java.util.regex.Pattern;
import org.clarion.notifications.mail.EnhancedStatus;
import org.jspecify.annotations.Nullable;

/** What the mail server made of one mail. */
sealed interface Outcome {

    /** It has taken the mail and answers for it. */
    record Accepted() implements Outcome {}

    /** It does not want the mail now, for a reason of the recipient. */
    record NotNow(String reply) implements Outcome {}

    /** It will never take this mail. */
    record Never(String reply, boolean noSuchAddress) implements Outcome {}

    /** Nothing was sent, and the recipient has nothing to do with it. */
    record ServerAway(String why) implements Outcome {}

    /** The connection ended when the whole mail was out and the answer was not in. */
    record Doubtful() implements Outcome {}

    /** How far the conversation has come. */
    enum Stage {
        SENDER,
        RECIPIENT,
        CONTENT,
        END
    }

    int NO_REPLY = -1;
    int SERVICE_CLOSES = 421;

    /** Replies about us rather than about the recipient: unknown command, wrong order, no authentication. */
    Set<Integer> ABOUT_US = Set.of(500, 502, 503, 504, 530, 534, 535, 538);

    /** A full mailbox: permanent by its code, not by its nature. */
    int MAILBOX_FULL = 552;

    Pattern ENHANCED = Pattern.compile("^\\d{3}[ -](?<enhanced>[245]\\.\\d{1,3}\\.\\d{1,3})");

    /**
     * Reads a reply other than the wanted one.
     *
     * @param code reply code, {@link #NO_REPLY} if the connection ended
     * @param words the reply's text, of which only the enhanced status code is looked at
     */
    static Outcome of(Stage stage, int code, @Nullable String words) {
        if (code < 400) {
            return stage == Stage.END ? new Doubtful() : new ServerAway("connection lost");
        }
        if (stage == Stage.SENDER || code == SERVICE_CLOSES || ABOUT_US.contains(code)) {
            return new ServerAway("reply " + code);
        }
        var enhanced = enhanced(words);
        var reply = enhanced.isEmpty() ? String.valueOf(code) : code + " " + enhanced;
        var status = EnhancedStatus.parse(enhanced);
        if (code < 500
                || code == MAILBOX_FULL
                || status.filter(EnhancedStatus::saysMailboxFull).isPresent()) {
            return new NotNow(reply);
        }
        var noSuchAddress = status.map(EnhancedStatus::saysNoSuchAddress).orElse(true);
        return new Never(reply, stage == Stage.RECIPIENT && noSuchAddress);
    }

    private static String enhanced(@Nullable String words) {
        var match = ENHANCED.matcher(words == null ? "" : words);
        return match.find() ? match.group("enhanced") : "";
    }
}
