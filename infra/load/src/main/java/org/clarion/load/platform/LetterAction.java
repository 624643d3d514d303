package org.clarion.load.platform;

import java.util.UUID;
import org.clarion.load.platform.Visitor.ComeBack;

/**
 * A letter action as its page offers it.
 *
 * @param body with which a letter begins
 * @param consentWording id of the words beside the tick box for updates
 */
public record LetterAction(UUID id, String slug, int textVersion, String body, String consentWording) {

    public static LetterAction read(Visitor visitor, String slug) throws ComeBack {
        var action = visitor.read("/api/letter-actions/" + slug);
        return new LetterAction(
                UUID.fromString(action.required("id").asString()),
                slug,
                action.required("textVersion").asInt(),
                action.required("wording").required("body").asString(),
                action.required("consent").required("wording").asString());
    }
}
