package org.clarion.campaigns.totals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.clarion.campaigns.totals.ParticipationKeeper.LateStates;
import org.clarion.messaging.topics.Topics;

/**
 * All participation topics → what each participation counts for → changes, by action → counts → {@code total.v1}.
 *
 * @param topics every topic of participations
 * @param partitions as many as {@code total.v1} has, so that counting and publishing are partitioned alike
 */
record CountingTopology(
        List<String> topics, int partitions, Duration emitEvery, KnownSources knownSources, LateStates lateStates) {

    private static final String CHANGES = "changes";

    /** The topic by which changes come to their action, as Kafka Streams names it. */
    static String changesTopic(String applicationId) {
        return applicationId + "-" + CHANGES + "-repartition";
    }

    Topology build(int generation) {
        var builder = new StreamsBuilder();
        builder.stream(
                        topics,
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("participation-topics"))
                .process(ParticipationKeeper.supplier(lateStates), Named.as("participation-keeper"))
                .split(Named.as("kept-"))
                .branch(
                        (id, step) -> step instanceof Step.Rejected,
                        Branched.withConsumer(CountingTopology::toDeadLetters, "not"))
                .defaultBranch(Branched.withConsumer(changes -> toTotals(changes, generation), "so"));
        return builder.build();
    }

    private void toTotals(KStream<String, Step> changes, int generation) {
        changes.repartition(Repartitioned.with(Serdes.String(), Steps.serde())
                        .withNumberOfPartitions(partitions)
                        .withName(CHANGES))
                .process(
                        RowCounter.supplier(emitEvery, knownSources, new TotalRecords(generation)),
                        Named.as("row-counter"))
                .to(
                        (key, total, context) -> total.topic(),
                        Produced.with(Serdes.String(), Binary.<Outgoing>writing(Outgoing::body))
                                .withName("totals")
                                .withStreamPartitioner(
                                        (topic, key, total, n) -> Optional.of(Set.of(total.partition() % n))));
    }

    private static void toDeadLetters(KStream<String, Step> rejected) {
        rejected.mapValues(step -> (Step.Rejected) step)
                .to(
                        (key, step, context) -> Topics.deadLettersOf(step.topic()),
                        Produced.with(Serdes.String(), Binary.<Step.Rejected>writing(Step.Rejected::body))
                                .withName("dead-letters")
                                .withStreamPartitioner(
                                        (topic, key, step, n) -> Optional.of(Set.of(step.partition() % n))));
    }
}
