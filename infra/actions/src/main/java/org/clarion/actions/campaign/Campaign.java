package org.clarion.actions.campaign;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@code campaign.v1} that actions need.
 *
 * @param titles language → title
 * @param accent colour of its pages
 */
public record Campaign(
        UUID id,
        String slug,
        String state,
        @Nullable Map<String, String> titles,
        @Nullable String accent,
        @Nullable String path) {

    /** The title in a language, else in any that there is. */
    public String title(String language) {
        var known = Objects.requireNonNullElse(titles, Map.<String, String>of());
        return known.getOrDefault(language, known.values().stream().findFirst().orElse(slug));
    }

    public boolean isOpen() {
        return state.equals("open");
    }
}
