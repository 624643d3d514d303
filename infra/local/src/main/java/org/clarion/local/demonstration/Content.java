package org.clarion.local.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The demonstration content as it is written in {@code demo/content.yaml}. */
record Content(List<Campaign> campaigns, List<Petition> petitions, List<LetterAction> letters) {

    record Campaign(String slug, String title, String summary, String accent, String text) {

        Map<String, String> form() {
            var form = new LinkedHashMap<String, String>();
            form.put("slug", slug);
            form.put("language", "en");
            form.put("title", title);
            form.put("summary", summary);
            form.put("accent", accent);
            form.put("text", text);
            return form;
        }
    }

    /** @param open whether it is opened, and not left a draft */
    record Petition(
            String slug,
            String campaign,
            boolean open,
            int goal,
            String addressee,
            String title,
            String summary,
            String text) {

        Map<String, String> form(String campaignId) {
            var form = new LinkedHashMap<String, String>();
            form.put("slug", slug);
            form.put("language", "en");
            form.put("campaign", campaignId);
            form.put("goal", Integer.toString(goal));
            form.put("addressee", addressee);
            form.put("title", title);
            form.put("summary", summary);
            form.put("text", text);
            return form;
        }
    }

    /**
     * To one's own MP.
     *
     * @param open whether it is opened, and not left a draft
     */
    record LetterAction(
            String slug,
            String campaign,
            boolean open,
            String title,
            String summary,
            String why,
            String subject,
            String opening,
            String body,
            List<String> prompts,
            String closing,
            List<Variant> variants,
            List<Noted> positions) {

        Map<String, String> form(String campaignId) {
            var form = new LinkedHashMap<String, String>();
            form.put("slug", slug);
            form.put("language", "en");
            form.put("campaign", campaignId);
            form.put("to", "mp");
            form.put("title", title);
            form.put("summary", summary);
            form.put("why", why);
            form.put("subject", subject);
            form.put("opening", opening);
            form.put("body", body);
            form.put("prompts", String.join("\n", prompts));
            form.put("closing", closing);
            return form;
        }
    }

    /** Other words for some MPs; what is left out is as in the letter for everybody. */
    record Variant(
            String name,
            @Nullable String positions,
            @Nullable String countries,
            @Nullable String subject,
            @Nullable String body) {

        /** @param version of the action to which it is added */
        Map<String, String> form(int version) {
            var form = new LinkedHashMap<String, String>();
            form.put("name", name);
            putIfGiven("positions", positions, form);
            putIfGiven("countries", countries, form);
            putIfGiven("subject", subject, form);
            putIfGiven("body", body, form);
            form.put("version", Integer.toString(version));
            return form;
        }

        private static void putIfGiven(String field, @Nullable String value, Map<String, String> form) {
            if (value != null) {
                form.put(field, value);
            }
        }
    }

    /**
     * Where somebody stands on the campaign of an action.
     *
     * @param person {@code member:} and a Parliament id
     */
    record Noted(String person, String position, String source) {

        Map<String, String> form(LocalDate on) {
            return Map.of("position", position, "on", on.toString(), "source", source);
        }
    }

    static Content read() {
        var yaml = YAMLMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var in = Objects.requireNonNull(Content.class.getResourceAsStream("/demo/content.yaml"))) {
            return yaml.readValue(in, Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
