package org.clarion.messaging.listening;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import tools.jackson.core.JacksonException;

/** Tells failures that pass by waiting (store, broker, network) from those that do not. */
public final class Failures {

    /** Server codes of a MongoDB that is stopping, starting or changing its primary. */
    private static final Set<Integer> PASSING_CODES =
            Set.of(6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436);

    private Failures() {}

    public static boolean isTransient(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof JacksonException) {
                return false;
            }
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case PassingFailure f -> true;
            case TransientDataAccessException f -> true;
            case DataAccessResourceFailureException f -> true;
            case RecoverableDataAccessException f -> true;
            case MongoSocketException f -> true;
            case MongoTimeoutException f -> true;
            case MongoInterruptedException f -> true;
            case MongoNotPrimaryException f -> true;
            case MongoNodeIsRecoveringException f -> true;
            case MongoWriteConcernException f -> true;
            case MongoBulkWriteException f -> passes(f);
            case MongoException f -> PASSING_CODES.contains(f.getCode());
            case RetriableException f -> true;
            case InterruptException f -> true;
            case IOException f -> true;
            case UncheckedIOException f -> true;
            case InterruptedException f -> true;
            default -> false;
        };
    }

    /** A bulk has no code of its own: every document may have one, and the whole may wait for replicas that lag. */
    private static boolean passes(MongoBulkWriteException bulk) {
        return bulk.getWriteErrors().stream().allMatch(error -> PASSING_CODES.contains(error.getCode()));
    }
}
