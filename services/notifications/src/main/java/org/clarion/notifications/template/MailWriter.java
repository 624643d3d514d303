package org.clarion.notifications.template;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.clarion.pageshell.Organisation;
import org.clarion.servicedefaults.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes mails: what the owner gave, in the words of a template, as plain text and as HTML. */
@Component
public class MailWriter {

    private static final String SUBJECT = "Subject: ";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Organisation organisation;
    private final PublicUrl publicUrl;

    MailWriter(Organisation organisation, PublicUrl publicUrl) {
        this.organisation = organisation;
        this.publicUrl = publicUrl;
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
        engine.setEnableSpringELCompiler(true);
    }

    /**
     * @param name how to address the recipient; null where nobody knows
     * @param language what the recipient reads; English where the template is not written in it
     * @throws WordsIncomplete if the template needs a word or a link that is not given
     */
    public Words write(
            MailTemplate template,
            @Nullable String language,
            @Nullable String name,
            Map<String, String> model,
            Map<String, String> links)
            throws WordsIncomplete {
        var chosen = template.languageFor(language == null ? "en" : language);
        var values = new HashMap<String, Object>();
        values.put("organisation", organisation);
        values.put("privacy", privacy());
        values.put("language", chosen);
        values.put("name", name == null || name.isBlank() ? null : CleanValue.line(name));
        values.put("links", linksOf(template, links));
        for (var wanted : template.model()) {
            values.put(
                    wanted,
                    template.goesWithout(wanted, model)
                            ? null
                            : CleanValue.numberOrText(given(template, model, wanted)));
        }
        for (var wanted : template.texts()) {
            values.put(wanted, template.goesWithout(wanted, model) ? null : OwnText.of(given(template, model, wanted)));
        }
        var path = template.name() + "/" + chosen;
        var locale = Locale.forLanguageTag(chosen);
        var text = engine.process(path + ".txt", new Context(locale, values)).replace("\r\n", "\n");
        var end = text.indexOf('\n');
        if (!text.startsWith(SUBJECT) || end < 0) {
            throw new IllegalStateException(path + ".txt does not begin with its subject");
        }
        var subject = CleanValue.line(text.substring(SUBJECT.length(), end));
        values.put("subject", subject);
        var html = engine.process(path + ".html", new Context(locale, values));
        return new Words(chosen, subject, Wrapping.of(text.substring(end).strip()) + "\n", html);
    }

    private String privacy() {
        var privacy = organisation.privacy();
        return privacy.startsWith("/") ? publicUrl.to(privacy).toString() : privacy;
    }

    private static Map<String, @Nullable String> linksOf(MailTemplate template, Map<String, String> given)
            throws WordsIncomplete {
        var links = new HashMap<String, @Nullable String>();
        for (var wanted : template.links()) {
            if (template.goesWithout(wanted, given)) {
                links.put(wanted, null); // a template may ask for it
                continue;
            }
            var link = given(template, given, wanted);
            if (!isWebAddress(link)) {
                throw new WordsIncomplete(template.name(), "a web address as link " + wanted);
            }
            links.put(wanted, link);
        }
        return links;
    }

    private static boolean isWebAddress(String link) {
        try {
            var address = URI.create(link);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false; // spaces, line ends, control characters: not something to click on
        }
    }

    private static String given(MailTemplate template, Map<String, String> values, String name) throws WordsIncomplete {
        var value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new WordsIncomplete(template.name(), name);
        }
        return value;
    }

    private static ClassLoaderTemplateResolver resolver(String ending, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.getResolvablePatternSpec().addPattern("*" + ending);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        return resolver;
    }
}
