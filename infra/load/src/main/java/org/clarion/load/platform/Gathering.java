package org.clarion.load.platform;

import java.util.UUID;
import org.clarion.load.platform.Visitor.ComeBack;

/**
 * A gathering as it is offered to those who want to come.
 *
 * @param consentWording id of the words beside the tick box for updates
 */
public record Gathering(UUID id, String slug, String consentWording) {

    public static Gathering read(Visitor visitor, String slug) throws ComeBack {
        var gathering = visitor.read("/api/gatherings/" + slug);
        return new Gathering(
                UUID.fromString(gathering.required("id").asString()),
                slug,
                gathering.required("consent").required("wording").asString());
    }
}
