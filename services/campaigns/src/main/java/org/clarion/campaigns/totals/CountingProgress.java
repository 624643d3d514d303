package org.clarion.campaigns.totals;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.clarion.messaging.listening.PassingFailure;

/** What the broker knows about how far a generation has come, and what it still keeps of one that is over. */
class CountingProgress implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    /** So few records may be missing when the old generation stops: the rest is a matter of a second. */
    private static final long NEAR = 2_000;

    private final Admin admin;
    private final List<String> topics;

    CountingProgress(Admin admin, List<String> topics) {
        this.admin = admin;
        this.topics = topics;
    }

    /** The newest generation of which the broker knows; 0 if it knows none. */
    int newestGeneration() {
        return now(admin.listGroups().all()).stream()
                .mapToInt(group -> StreamsSettings.generationOf(group.groupId()))
                .max()
                .orElse(0);
    }

    boolean isNear(int generation) {
        var done = committed(generation);
        var changes = List.of(CountingTopology.changesTopic(StreamsSettings.applicationId(generation)));
        return missing(done, ends(partitions(topics))) <= NEAR && missing(done, ends(partitions(changes))) <= NEAR;
    }

    private static long missing(Map<TopicPartition, Long> done, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - done.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Whether no instance runs it any more. */
    boolean isStopped(int generation) {
        var group = StreamsSettings.applicationId(generation);
        try {
            return now(admin.describeConsumerGroups(List.of(group))
                            .describedGroups()
                            .get(group))
                    .members()
                    .isEmpty();
        } catch (PassingFailure e) {
            if (e.getCause() instanceof ExecutionException failed
                    && failed.getCause() instanceof GroupIdNotFoundException) {
                return true;
            }
            throw e;
        }
    }

    /** Whether one generation has read every participation that another has read. */
    boolean hasPassed(int generation, int other) {
        var done = committed(generation);
        return committed(other).entrySet().stream()
                .filter(entry -> topics.contains(entry.getKey().topic()))
                .allMatch(entry -> done.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
    }

    /** Whether a generation has worked through its changes up to these offsets. */
    boolean hasCounted(int generation, Map<TopicPartition, Long> offsets) {
        var done = committed(generation);
        return offsets.entrySet().stream().allMatch(entry -> done.getOrDefault(entry.getKey(), 0L) > entry.getValue());
    }

    List<TopicPartition> changesOf(int generation) {
        return partitions(List.of(CountingTopology.changesTopic(StreamsSettings.applicationId(generation))));
    }

    /** Takes away what the broker keeps of generations before this one. */
    void forgetBefore(int generation) {
        var old = now(admin.listTopics().names()).stream()
                .filter(topic -> isInternalOfOneBefore(topic, generation))
                .toList();
        if (!old.isEmpty()) {
            now(admin.deleteTopics(old).all());
        }
        var groups = now(admin.listGroups().all()).stream()
                .map(group -> group.groupId())
                .filter(group -> isBefore(StreamsSettings.generationOf(group), generation))
                .toList();
        if (!groups.isEmpty()) {
            now(admin.deleteConsumerGroups(groups).all());
        }
    }

    private static boolean isInternalOfOneBefore(String topic, int generation) {
        var internal = topic.endsWith("-repartition") || topic.endsWith("-changelog");
        var cut = topic.indexOf('-', StreamsSettings.applicationId(0).length() - 1);
        return internal && cut > 0 && isBefore(StreamsSettings.generationOf(topic.substring(0, cut)), generation);
    }

    private static boolean isBefore(int generation, int other) {
        return generation > 0 && generation < other;
    }

    private Map<TopicPartition, Long> committed(int generation) {
        var committed = now(admin.listConsumerGroupOffsets(StreamsSettings.applicationId(generation))
                .partitionsToOffsetAndMetadata());
        var offsets = new HashMap<TopicPartition, Long>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        var latest = partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        now(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private List<TopicPartition> partitions(List<String> of) {
        return now(admin.describeTopics(of).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private static <T> T now(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new PassingFailure("The broker gave no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PassingFailure("Interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
