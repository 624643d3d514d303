package org.clarion.campaigns.totals;

import java.util.Map;
import java.util.stream.Collectors;
import org.clarion.messaging.listening.StaleReports;
import org.clarion.messaging.topics.TopicDeclaration;
import org.clarion.messaging.topics.Topics;
import org.clarion.totals.TotalRow;
import org.clarion.totals.Totals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CountingConfiguration {

    /** A new kind of action is counted as soon as the contracts declare its topic. */
    @Bean
    CountingTopology countingTopology(Topics topics, CountingSettings settings, Totals shown, StaleReports stale) {
        var partitions = topics.all().stream()
                .filter(topic -> topic.name().equals(TotalRow.TOPIC))
                .mapToInt(TopicDeclaration::partitions)
                .findAny()
                .orElseThrow();
        return new CountingTopology(
                topics.named(TopicDeclaration.Role.PARTICIPATION),
                partitions,
                settings.emitEvery(),
                action -> shown.of(action).figures().getOrDefault(Row.SOURCE, Map.of()).values().stream()
                        .flatMap(values -> values.keySet().stream())
                        .collect(Collectors.toSet()),
                stale::report);
    }
}
