package org.clarion.backends;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker, controller included, on loopback; inside this JVM, or as a process of its own by {@link #main}. */
public final class KafkaServer implements AutoCloseable {

    private static final int NODE = 1;
    private static final int LARGEST_MESSAGE = 8 * 1024 * 1024;

    private final KafkaRaftServer server;
    private final int port;

    private KafkaServer(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker in this JVM and waits until it serves.
     *
     * @param data folder of the log, formatted at the first start
     * @param port 0 for a free one
     * @param controllerPort 0 for a free one
     */
    public static KafkaServer start(Path data, int port, int controllerPort) {
        var broker = Ports.orFree(port);
        var controller = Ports.orFree(controllerPort);
        // A taken controller port would end the JVM without a word.
        Ports.claim("Kafka", broker);
        Ports.claim("Kafka's controller", controller);
        var settings = settings(data, broker, controller);
        format(data);
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new KafkaServer(server, broker);
    }

    /** @param args folder of the data, port, port of the controller */
    public static void main(String... args) {
        KafkaServer server;
        try {
            server = start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        } catch (BackendUnavailable e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-kafka"));
        server.server.awaitShutdown();
    }

    /** Whether a broker is there and takes part: its port is open some time before that. */
    public static boolean serves(String bootstrapServers) {
        var patience = Integer.toString(5_000);
        try (var admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                patience,
                "default.api.timeout.ms",
                patience))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Leaves in order: everything that was acknowledged is on disk afterwards. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Map<String, String> settings(Path data, int broker, int controller) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(NODE)),
                Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(broker, controller)),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + broker),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", data.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "6"),
                Map.entry(
                        "offsets.retention.minutes",
                        Long.toString(Duration.ofDays(60).toMinutes())),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "6"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("message.max.bytes", Integer.toString(LARGEST_MESSAGE)),
                Map.entry("controlled.shutdown.enable", "true"),
                // The only voter waits this long at every start before it elects itself.
                Map.entry("controller.quorum.election.timeout.ms", "200"),
                // One machine: few threads, and buffers that fit what a laptop holds.
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024)),
                Map.entry("log.cleaner.threads", "1"));
    }

    private static void format(Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .run();
        } catch (Exception e) {
            throw new BackendUnavailable("Kafka could not prepare " + data, e);
        }
    }
}
