package org.clarion.campaigns.totals;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** How Kafka Streams runs a generation. */
@Component
class StreamsSettings {

    private static final String PREFIX = "campaigns-totals-g";

    private final KafkaProperties kafka;
    private final KafkaAdmin admin;
    private final CountingSettings settings;

    StreamsSettings(KafkaProperties kafka, KafkaAdmin admin, CountingSettings settings) {
        this.kafka = kafka;
        this.admin = admin;
        this.settings = settings;
    }

    static String applicationId(int generation) {
        return PREFIX + generation;
    }

    /** @return 0 if a name is not that of an application that counts */
    static int generationOf(String applicationId) {
        var digits = applicationId.startsWith(PREFIX) ? applicationId.substring(PREFIX.length()) : "";
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    Properties of(int generation) {
        var all = new Properties();
        all.putAll(kafka.buildStreamsProperties());
        var bootstrap = CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
        all.put(bootstrap, admin.getConfigurationProperties().get(bootstrap));
        all.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                applicationId(generation),
                StreamsConfig.STATE_DIR_CONFIG,
                settings.stateDir().toString(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                1,
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitEvery().toMillis(),
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                settings.cacheBytes(),
                StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                SmallRocksDb.class,
                // An instance that was killed must not keep its partitions for long.
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                10_000,
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                3_000));
        // What comes within a tenth of a second is read together, not record by record as it is appended.
        all.putAll(Map.of(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG),
                65_536,
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
                100));
        return all;
    }
}
