package org.clarion.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;

/** Words and style of the mail page. */
final class MailPageWords {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.clarion.backends.mail-page", Locale.ENGLISH);

    private MailPageWords() {}

    static String of(String key, Object... values) {
        return new MessageFormat(WORDS.getString(key), Locale.UK).format(values);
    }

    static String style() {
        try (var css = Objects.requireNonNull(MailPageWords.class.getResourceAsStream("mail.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
