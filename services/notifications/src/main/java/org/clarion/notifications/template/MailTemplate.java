package org.clarion.notifications.template;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A kind of mail as its {@code mail.yaml} describes it.
 *
 * @param name name of its folder
 * @param model words and figures that it needs
 * @param texts what a person wrote, of several paragraphs, that it needs
 * @param links links that it needs
 * @param optional those of all these that it does without where nothing is given
 * @param languages the languages that it is written in
 */
public record MailTemplate(
        String name,
        Audience to,
        Doubt doubt,
        Set<String> model,
        Set<String> texts,
        Set<String> links,
        Set<String> optional,
        Set<String> languages) {

    public MailTemplate {
        for (var each : optional) {
            if (!model.contains(each) && !texts.contains(each) && !links.contains(each)) {
                throw new IllegalArgumentException("Mail " + name + " can do without " + each + ", which it never has");
            }
        }
    }

    /** Whether it does without this one, because nothing is given for it. */
    boolean goesWithout(String wanted, Map<String, String> given) {
        return optional.contains(wanted) && given.getOrDefault(wanted, "").isBlank();
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
