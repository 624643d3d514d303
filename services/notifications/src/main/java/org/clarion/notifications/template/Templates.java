package org.clarion.notifications.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All kinds of mail that this service can write: one folder each under {@code mail/}. */
@Component
public class Templates {

    private record Description(
            @Nullable Audience to,
            @Nullable Doubt doubt,
            @Nullable Set<String> model,
            @Nullable Set<String> texts,
            @Nullable Set<String> optional,
            @Nullable Set<String> links) {}

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, MailTemplate> byName = new TreeMap<>();

    Templates() {
        var resources = new PathMatchingResourcePatternResolver();
        try {
            for (var description : resources.getResources("classpath*:mail/*/mail.yaml")) {
                var name = folder(description);
                byName.put(
                        name,
                        read(
                                name,
                                description,
                                languages(resources.getResources("classpath*:mail/" + name + "/*.txt"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<MailTemplate> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<MailTemplate> all() {
        return byName.values();
    }

    private static MailTemplate read(String name, Resource description, Set<String> languages) throws IOException {
        if (!languages.contains("en")) {
            throw new IllegalStateException("Mail " + name + " is not written in English");
        }
        try (var in = description.getInputStream()) {
            var read = YAML.readValue(in, Description.class);
            if (read.doubt() == null) {
                throw new IllegalStateException("Mail " + name + " does not say what doubt means");
            }
            return new MailTemplate(
                    name,
                    read.to() == null ? Audience.SUPPORTER : read.to(),
                    read.doubt(),
                    orNone(read.model()),
                    orNone(read.texts()),
                    orNone(read.links()),
                    orNone(read.optional()),
                    languages);
        }
    }

    private static Set<String> languages(Resource[] texts) {
        var languages = new HashSet<String>();
        for (var text : texts) {
            languages.add(String.valueOf(text.getFilename()).replace(".txt", ""));
        }
        return Set.copyOf(languages);
    }

    private static String folder(Resource description) throws IOException {
        var parts = List.of(description.getURL().getPath().split("/"));
        return parts.get(parts.size() - 2);
    }

    private static Set<String> orNone(@Nullable Set<String> names) {
        return names == null ? Set.of() : Set.copyOf(names);
    }
}
