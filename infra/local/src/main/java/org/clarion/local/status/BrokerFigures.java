package org.clarion.local.status;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What the broker tells about its readers. */
public final class BrokerFigures implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;

    private final Admin admin;

    public BrokerFigures(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS));
    }

    /** Group → records that it has yet to read. */
    public SortedMap<String, Long> lags() {
        var groups = told(admin.listGroups().all()).stream()
                .map(group -> group.groupId())
                .collect(Collectors.toSet());
        var spec = new ListConsumerGroupOffsetsSpec();
        var committed = told(
                admin.listConsumerGroupOffsets(groups.stream().collect(Collectors.toMap(group -> group, _ -> spec)))
                        .all());
        var partitions = new HashSet<TopicPartition>();
        committed.values().forEach(offsets -> partitions.addAll(offsets.keySet()));
        var ends = told(admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
        var lags = new TreeMap<String, Long>();
        committed.forEach((group, offsets) -> lags.put(
                group,
                offsets.entrySet().stream()
                        .filter(offset -> offset.getValue() != null)
                        .mapToLong(offset -> Math.max(
                                0,
                                ends.get(offset.getKey()).offset()
                                        - offset.getValue().offset()))
                        .sum()));
        return lags;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private static <T> T told(KafkaFuture<T> answer) {
        try {
            return answer.get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Unanswered("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("Interrupted while asking Kafka", e);
        }
    }
}
