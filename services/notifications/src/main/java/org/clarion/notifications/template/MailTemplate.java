package org.clarion.notifications.template;

import java.util.Locale;
import java.util.Set;

/**
 * A kind of mail as its {@code mail.yaml} describes it.
 *
 * @param name name of its folder
 * @param model words and figures that it needs
 * @param texts what a person wrote, of several paragraphs, that it needs
 * @param optional those of the texts that it does without where nothing was written
 * @param links links that it needs
 * @param languages the languages that it is written in
 */
public record MailTemplate(
        String name,
        Audience to,
        Doubt doubt,
        Set<String> model,
        Set<String> texts,
        Set<String> optional,
        Set<String> links,
        Set<String> languages) {

    public MailTemplate {
        if (!texts.containsAll(optional)) {
            throw new IllegalArgumentException("Mail " + name + " can do without what is none of its texts");
        }
    }

    /** The best of its languages for a reader; English where nothing fits. */
    String languageFor(String wanted) {
        var tag = wanted.toLowerCase(Locale.ROOT).replace('_', '-');
        while (!tag.isEmpty()) {
            if (languages.contains(tag)) {
                return tag;
            }
            tag = tag.contains("-") ? tag.substring(0, tag.lastIndexOf('-')) : "";
        }
        return "en";
    }
}
