package org.clarion.petitions.signature;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clarion.messaging.envelope.Participation;
import org.clarion.petitions.signature.Signature.Status;
import org.clarion.supporters.ConsentChoice;

/** A signature as {@code signature.v1} shows it: no name, no address, no postcode. */
final class SignatureMessage {

    /** What only signatures have. */
    record Body(SignedText text, List<ConsentChoice> consents, Instant recordedAt) {}

    private static final Map<String, Long> RECORDED = Map.of("recorded", 1L);
    private static final Map<String, Long> CONFIRMED = Map.of("recorded", 1L, "confirmed", 1L);

    private SignatureMessage() {}

    static Participation of(Signature signature) {
        return new Participation(
                signature.id(),
                signature.version(),
                signature.petition(),
                "signature",
                signature.supporter(),
                signature.status().wireName(),
                signature.confirmedAt(),
                signature.status() == Status.CONFIRMED ? CONFIRMED : RECORDED,
                signature.status() == Status.EXPIRED ? Map.of() : dimensions(signature.details()),
                new Body(signature.details().text(), signature.consents(), signature.recordedAt()));
    }

    private static Map<String, String> dimensions(Details details) {
        var dimensions = new HashMap<String, String>();
        if (details.constituency() != null) {
            dimensions.put("constituency", details.constituency());
        }
        dimensions.put("country", details.country());
        dimensions.put("language", details.language());
        dimensions.put("source", details.source());
        dimensions.put("text", Integer.toString(details.text().version()));
        return dimensions;
    }
}
