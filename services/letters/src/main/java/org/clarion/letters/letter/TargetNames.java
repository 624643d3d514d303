package org.clarion.letters.letter;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.clarion.letters.target.Recipient;
import org.clarion.letters.target.Recipients;
import org.clarion.letters.target.Target;
import org.clarion.places.Constituencies;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a target is called where people read it: by the person behind it, or by the office where nobody is. */
@Component
class TargetNames {

    private final Recipients recipients;
    private final Constituencies constituencies;
    private final MessageSource words;
    private final Clock clock;

    TargetNames(Recipients recipients, Constituencies constituencies, MessageSource words, Clock clock) {
        this.recipients = recipients;
        this.constituencies = constituencies;
        this.words = words;
        this.clock = clock;
    }

    /** To whom a letter went, or goes as things stand. */
    String of(Letter letter, String language) {
        var addressee = letter.post().addressee();
        if (addressee != null && letter.status().isOut()) {
            return named(addressee.name(), addressee.role());
        }
        return of(letter.target(), Locale.forLanguageTag(language));
    }

    String of(Target target, Locale locale) {
        return name(target, recipients.of(target, clock.instant()).orElse(null), locale);
    }

    /** Of many at once. */
    Map<Target, String> of(Collection<Target> targets, Locale locale) {
        var people = recipients.of(targets, clock.instant());
        var names = new HashMap<Target, String>();
        targets.forEach(target -> names.put(target, name(target, people.get(target), locale)));
        return names;
    }

    String name(Target target, @Nullable Recipient recipient, Locale locale) {
        if (recipient != null) {
            return named(recipient.name(), recipient.role());
        }
        return target.isSeat()
                ? words.getMessage("letter.to.seat", new Object[] {seat(target.id())}, locale)
                : words.getMessage("letter.to.gone", null, locale);
    }

    private String seat(String code) {
        return constituencies.byCode(code).map(each -> each.name()).orElse(code);
    }

    private static String named(String name, String role) {
        return role.isBlank() ? name : name + ", " + role;
    }
}
