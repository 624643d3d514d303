package org.clarion.testsupport;

import org.clarion.backends.KafkaServer;
import org.testcontainers.kafka.KafkaContainer;

/** A Kafka broker of a test's own. */
public final class TestKafka implements AutoCloseable {

    private final String bootstrapServers;
    private final Runnable stop;

    private TestKafka(String bootstrapServers, Runnable stop) {
        this.bootstrapServers = bootstrapServers;
        this.stop = stop;
    }

    public static TestKafka start() {
        if (Docker.answers()) {
            var container = new KafkaContainer(Docker.KAFKA).withStartupTimeout(Docker.PATIENCE);
            container.start();
            return new TestKafka(container.getBootstrapServers(), container::stop);
        }
        var server = KafkaServer.start(TestFolders.fresh("kafka"), 0, 0);
        return new TestKafka(server.bootstrapServers(), server::close);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        stop.run();
    }
}
