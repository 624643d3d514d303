package org.clarion.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {

    @TempDir
    Path folder;

    @Test
    void keepsEveryAcknowledgedRecordThroughAKillOfItsProcess() throws Exception {
        var port = Ports.orFree(0);
        var controllerPort = Ports.orFree(0);

        var broker = process(port, controllerPort);
        createTopic(port);
        send(port, 0, 100);
        broker.destroyForcibly().waitFor();

        broker = process(port, controllerPort);
        try {
            send(port, 100, 200);
            assertThat(values(port, 200))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 200).mapToObj(Integer::toString).toList());
        } finally {
            broker.destroy();
            assertThat(broker.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void runsInThisJvmAndStartsAgainOnItsData() {
        var data = folder.resolve("data");
        var port = Ports.orFree(0);
        try (var _ = KafkaServer.start(data, port, 0)) {
            createTopic(port);
            send(port, 0, 10);
        }
        try (var kafka = KafkaServer.start(data, port, 0)) {
            assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(values(port, 10)).hasSize(10);
        }
    }

    @Test
    void saysThatTheControllersPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(BackendUnavailable.class)
                    .isThrownBy(() -> KafkaServer.start(folder.resolve("data"), 0, taken.getLocalPort()))
                    .withMessageContaining("Port " + taken.getLocalPort());
        }
    }

    private Process process(int port, int controllerPort) throws Exception {
        var log = folder.resolve("kafka.log");
        Files.deleteIfExists(log);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaServer.class.getName(),
                        folder.resolve("data").toString(),
                        Integer.toString(port),
                        Integer.toString(controllerPort))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !process.isAlive() || KafkaServer.serves("127.0.0.1:" + port));
        assertThat(process.isAlive())
                .as(() -> "the broker runs; its log is " + log)
                .isTrue();
        return process;
    }

    private static void createTopic(int port) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            var topic = new NewTopic("kept", 1, (short) 1).configs(Map.of("flush.messages", "1"));
            admin.createTopics(List.of(topic)).all().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the topic was not created", e);
        }
    }

    private static void send(int port, int from, int to) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + port, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            IntStream.range(from, to)
                    .mapToObj(Integer::toString)
                    .map(value -> producer.send(new ProducerRecord<>("kept", 0, value, value)))
                    .toList()
                    .forEach(sent -> {
                        try {
                            sent.get(60, TimeUnit.SECONDS);
                        } catch (Exception e) {
                            throw new AssertionError("a record was not acknowledged", e);
                        }
                    });
        }
    }

    private static List<String> values(int port, int expected) {
        var values = new java.util.ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + port),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= expected;
            });
        }
        return values;
    }
}
