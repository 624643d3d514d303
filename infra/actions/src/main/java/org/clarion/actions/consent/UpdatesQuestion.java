package org.clarion.actions.consent;

import java.util.Locale;
import org.clarion.pageshell.Organisation;
import org.springframework.context.MessageSource;

/** Asks about updates by email, for programs that show a form of their own. */
public final class UpdatesQuestion {

    /**
     * The question about updates, to be asked with an unticked box.
     *
     * @param wording id of its words, to be given back with the answer
     */
    public record Question(String wording, String text) {}

    private final MessageSource words;
    private final Organisation organisation;

    UpdatesQuestion(MessageSource words, Organisation organisation) {
        this.words = words;
        this.organisation = organisation;
    }

    public Question in(Locale locale) {
        return new Question(
                UpdatesConsent.WORDING,
                words.getMessage("consent.updates", new Object[] {organisation.name()}, locale));
    }
}
