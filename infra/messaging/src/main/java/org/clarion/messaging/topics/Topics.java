package org.clarion.messaging.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All topics of the platform, read from {@code contracts/asyncapi.yaml}. */
public final class Topics {

    private static final String DECLARATION = "contracts/asyncapi.yaml";
    private static final String DEAD_LETTERS = ".dlt";

    /** Dead letters are for people to look at within a week; then they are gone, personal or not. */
    private static final Map<String, String> DEAD_LETTER_CONFIG =
            Map.of("cleanup.policy", "delete", "retention.ms", "604800000", "segment.ms", "86400000");

    private final List<TopicDeclaration> declared;

    private Topics(List<TopicDeclaration> declared) {
        this.declared = declared;
    }

    public static Topics declared() {
        try (var in = new ClassPathResource(DECLARATION).getInputStream()) {
            var channels = new YAMLMapper().readTree(in).required("channels");
            return new Topics(channels.valueStream().map(Topics::topic).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<TopicDeclaration> all() {
        return declared;
    }

    /** The topics that carry the same kind of thing, for readers that must not know each by name. */
    public List<String> named(TopicDeclaration.Role role) {
        return declared.stream()
                .filter(topic -> topic.role() == role)
                .map(TopicDeclaration::name)
                .toList();
    }

    /** Where records of a topic go that a listener could not read. */
    public static String deadLettersOf(String topic) {
        return topic + DEAD_LETTERS;
    }

    /** The declared topics and, with as many partitions each, the ones for their dead letters. */
    Stream<TopicDeclaration> withDeadLetters() {
        return declared.stream()
                .flatMap(topic -> Stream.of(
                        topic,
                        new TopicDeclaration(
                                deadLettersOf(topic.name()),
                                TopicDeclaration.Role.REQUEST,
                                topic.partitions(),
                                DEAD_LETTER_CONFIG)));
    }

    private static TopicDeclaration topic(JsonNode channel) {
        var kafka = channel.required("bindings").required("kafka");
        var config = new HashMap<String, String>();
        kafka.path("topicConfiguration").forEachEntry((name, value) -> config.put(name, text(value)));
        channel.path("x-topic-configuration").forEachEntry((name, value) -> config.put(name, text(value)));
        return new TopicDeclaration(
                channel.required("address").stringValue(),
                TopicDeclaration.Role.valueOf(
                        channel.required("x-role").stringValue().toUpperCase(Locale.ROOT)),
                kafka.required("partitions").intValue(),
                config);
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join(",", value.valueStream().map(JsonNode::asString).toList())
                : value.asString();
    }
}
