package org.clarion.local.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The demonstration content as it is written in {@code demo/content.yaml}. */
record Content(List<Campaign> campaigns, List<Petition> petitions) {

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
