package org.clarion.messaging.listening;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.clarion.messaging.UnreadableMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import tools.jackson.core.exc.StreamReadException;

class FailuresTests {

    private static final ServerAddress SERVER = new ServerAddress("localhost", 27017);
    private static final WriteConcernError LAGGING =
            new WriteConcernError(64, "WriteConcernFailed", "waiting for replication timed out", new BsonDocument());

    static Stream<Throwable> passing() {
        return Stream.of(
                new DataAccessResourceFailureException("no server"),
                new OptimisticLockingFailureException("somebody was quicker"),
                new UncategorizedMongoDbException("socket", new MongoSocketReadException("closed", SERVER)),
                new UncategorizedMongoDbException("going down", command(11600)),
                new DataIntegrityViolationException("replicas lag", bulk(List.of(), LAGGING)),
                new DataIntegrityViolationException("going down", bulk(List.of(error(11600)), null)),
                new NotLeaderOrFollowerException("elsewhere"),
                new RuntimeException("wrapped", new IOException("connection reset")),
                new PassingFailure("owner is away", null));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new UnreadableMessage("no JSON", new StreamReadException(null, "Unexpected character")),
                new IllegalStateException("a bug"),
                new NullPointerException(),
                new DuplicateKeyException("known"),
                new UncategorizedMongoDbException("bad value", command(2)),
                new DataIntegrityViolationException("one is bad", bulk(List.of(error(11600), error(121)), LAGGING)),
                new RecordTooLargeException("too large"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesIsWaitedOut(Throwable failure) {
        assertThat(Failures.isTransient(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatLastsIsNotWaitedFor(Throwable failure) {
        assertThat(Failures.isTransient(failure)).isFalse();
    }

    private static MongoBulkWriteException bulk(List<BulkWriteError> errors, @Nullable WriteConcernError concern) {
        return new MongoBulkWriteException(BulkWriteResult.unacknowledged(), errors, concern, SERVER, Set.<String>of());
    }

    private static BulkWriteError error(int code) {
        return new BulkWriteError(code, "", new BsonDocument(), 0);
    }

    private static MongoCommandException command(int code) {
        return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), SERVER);
    }
}
