package org.clarion.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ContractsTests {

    static List<String> topics() throws IOException {
        try (var in = new ClassPathResource("contracts/asyncapi.yaml").getInputStream()) {
            var channels = new YAMLMapper().readTree(in).required("channels");
            return channels.valueStream()
                    .map(channel -> channel.required("address").stringValue())
                    .toList();
        }
    }

    static Stream<Contracts.Example> examples() throws IOException {
        return topics().stream().flatMap(topic -> Contracts.examples(topic).stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleKeepsTheSchemaOfItsTopic(Contracts.Example example) {
        assertThat(Contracts.breaches(example.topic(), example.text())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTopicRefusesABodyWithoutItsRequiredFields(String topic) {
        assertThat(Contracts.breaches(topic, "{}")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readersAreAllowedToMeetFieldsOfTheFuture(Contracts.Example example) {
        var withMore = example.text().stripTrailing().replaceFirst("\\{", "{\"fieldOfTheFuture\": 1, ");
        assertThat(Contracts.breaches(example.topic(), withMore)).isEmpty();
    }

    @Test
    void everyExampleIsNamedForTheTypeOfItsEvent() throws IOException {
        assertThat(examples()).allSatisfy(example -> assertThat(example.type()).matches("[a-z-]+\\.[a-z-]+\\.v[0-9]+"));
    }
}
