package org.clarion.local.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The demonstration content as it is written in {@code demo/content.yaml}. */
record Content(
        Organisation organisation,
        List<Campaign> campaigns,
        List<Petition> petitions,
        List<LetterAction> letters,
        List<Gathering> gatherings) {

    record Organisation(String name) {}

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

    /** @param open whether it is opened, and not left a draft */
    record Gathering(
            String slug,
            String campaign,
            boolean open,
            String title,
            String summary,
            String text,
            @Nullable String speakers,
            List<Session> sessions,
            List<String> modes,
            String venue,
            String address,
            String directions,
            @Nullable String meetingPoint,
            @Nullable String joining,
            int inPerson,
            @Nullable Integer online,
            List<String> access,
            boolean approval,
            int guests,
            @Nullable List<String> questions) {

        /** @param today from which the weeks of its sessions are counted */
        Map<String, String> form(String campaignId, String host, LocalDate today) {
            var form = new LinkedHashMap<String, String>();
            form.put("slug", slug);
            form.put("language", "en");
            form.put("campaign", campaignId);
            form.put("host", host);
            form.put("title", title);
            form.put("summary", summary);
            form.put("text", text);
            putIfGiven("speakers", speakers, form);
            form.put("sessions", sessions.stream().map(each -> each.line(today)).collect(Collectors.joining("\n")));
            form.put("modes", String.join(",", modes));
            form.put("venue", venue);
            form.put("address", address);
            form.put("directions", directions);
            putIfGiven("meetingPoint", meetingPoint, form);
            putIfGiven("joining", joining, form);
            form.put("inPerson", Integer.toString(inPerson));
            putIfGiven("online", Objects.toString(online, null), form);
            form.put("access", String.join(",", access));
            form.put("approval", Boolean.toString(approval));
            form.put("guests", Integer.toString(guests));
            putIfGiven("questions", questions == null ? null : String.join("\n", questions), form);
            return form;
        }
    }

    /** In London time, {@code weeks} ahead and then on the next such day. */
    record Session(
            int weeks,
            DayOfWeek day,
            String from,
            String to,
            @Nullable String title,
            @Nullable String track) {

        String line(LocalDate today) {
            var on = today.plusWeeks(weeks).with(TemporalAdjusters.nextOrSame(day));
            return "%s %s to %s | %s | %s"
                    .formatted(on, from, to, Objects.toString(title, ""), Objects.toString(track, ""));
        }
    }

    private static void putIfGiven(String field, @Nullable String value, Map<String, String> form) {
        if (value != null) {
            form.put(field, value);
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
