package org.clarion.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoServerIT {

    @TempDir
    Path data;

    @Test
    void keepsEveryAcknowledgedWriteThroughAKill() {
        var port = Ports.orFree(0);
        for (var round = 0; round < 3; round++) {
            var mongo = MongoServer.start(data, port);
            try (var client = MongoClients.create(mongo.uri("clarion") + "?serverSelectionTimeoutMS=1000")) {
                var writes = client.getDatabase("clarion")
                        .getCollection("writes")
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
                assertThat(writes.countDocuments()).isEqualTo(round * 200L);
                for (var i = 0; i < 200; i++) {
                    writes.insertOne(new Document("_id", round * 200 + i));
                }
                mongo.kill();
            }
        }
        try (var mongo = MongoServer.start(data, port);
                var client = MongoClients.create(mongo.uri("clarion"))) {
            var writes = client.getDatabase("clarion").getCollection("writes");
            assertThat(writes.countDocuments()).isEqualTo(600);
            assertThat(writes.find(Filters.eq("_id", 599)).first()).isNotNull();
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(BackendUnavailable.class)
                    .isThrownBy(() -> MongoServer.start(data, taken.getLocalPort()))
                    .withMessageContaining("Port " + taken.getLocalPort())
                    .withMessageContaining("MongoDB");
        }
    }
}
