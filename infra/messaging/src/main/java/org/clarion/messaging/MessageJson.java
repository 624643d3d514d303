package org.clarion.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it stands in messages: ISO times, no nulls, unknown fields ignored. */
public final class MessageJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private MessageJson() {}

    public static String write(Object body) {
        return JSON.writeValueAsString(body);
    }

    /** @throws UnreadableMessage if the bytes are no JSON or do not fit {@code type} */
    public static <T> T read(byte[] body, Class<T> type) {
        try {
            var value = JSON.readValue(body, type);
            if (value == null) {
                throw new UnreadableMessage("A message whose body is null", null);
            }
            return value;
        } catch (JacksonException e) {
            // The source is left out: it may hold more than a log should.
            throw new UnreadableMessage("Not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
