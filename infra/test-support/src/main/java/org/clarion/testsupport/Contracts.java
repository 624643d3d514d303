package org.clarion.testsupport;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The schemas and examples of {@code contracts/}. */
public final class Contracts {

    /** @param type CloudEvents type: the file's name up to {@code --}, or all of it */
    public record Example(String topic, String type, String name, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return topic + "/" + name;
        }
    }

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> BY_TOPIC = new ConcurrentHashMap<>();

    private Contracts() {}

    /** What in a message's body breaks the contract of its topic; empty if nothing does. */
    public static List<String> breaches(String topic, String body) {
        return BY_TOPIC
                .computeIfAbsent(topic, Contracts::schema)
                .validate(
                        body,
                        InputFormat.JSON,
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** Every example of a topic, by the name of its file. */
    public static List<Example> examples(String topic) {
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:contracts/" + topic + "/examples/*.json");
            if (files.length == 0) {
                throw new IllegalStateException("No example of " + topic + " in contracts/");
            }
            return Arrays.stream(files)
                    .map(file -> example(topic, file))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example example(String topic, Resource file) {
        try {
            var name = file.getFilename().replace(".json", "");
            return new Example(topic, name.split("--", 2)[0], name, file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(String topic) {
        try (var in = new ClassPathResource("contracts/" + topic + "/schema.json").getInputStream()) {
            return SCHEMAS.getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException("No schema for " + topic + " in contracts/", e);
        }
    }
}
