package org.clarion.campaigns.catalogue;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of an action's entry that the catalogue needs; the same fields whatever the kind.
 *
 * @param live whether supporters can take part, as far as its state says
 * @param titles language → title
 * @param summaries language → one or two sentences
 * @param measure the measure that stands for its total
 */
public record Listed(
        UUID id,
        long version,
        String kind,
        String state,
        boolean live,
        @Nullable UUID campaign,
        String path,
        String staffPath,
        Map<String, String> titles,
        @Nullable Map<String, String> summaries,
        String measure,
        @Nullable Long goal,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt) {

    public String title() {
        return inEnglishOrAny(titles);
    }

    public String summary() {
        return inEnglishOrAny(Objects.requireNonNullElse(summaries, Map.of()));
    }

    public String language() {
        return titles.containsKey("en")
                ? "en"
                : titles.keySet().stream().findFirst().orElse("en");
    }

    public boolean isLiveAt(Instant now) {
        return live && (opensAt == null || !now.isBefore(opensAt)) && (closesAt == null || now.isBefore(closesAt));
    }

    private static String inEnglishOrAny(Map<String, String> texts) {
        return texts.getOrDefault("en", texts.values().stream().findFirst().orElse(""));
    }
}
