package org.clarion.campaigns.totals;

import java.time.Duration;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One generation as it runs in this instance. A failure ends the run; whoever keeps the generations starts another. */
class GenerationRun {

    private static final Logger log = LoggerFactory.getLogger(GenerationRun.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int generation;
    private final KafkaStreams streams;

    private GenerationRun(int generation, KafkaStreams streams) {
        this.generation = generation;
        this.streams = streams;
    }

    static GenerationRun start(int generation, KafkaStreams streams) {
        streams.setUncaughtExceptionHandler(failure -> {
            log.error("Counting of generation {} has failed and will be started again", generation, failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
        log.info("Counting of generation {} starts", generation);
        return new GenerationRun(generation, streams);
    }

    int generation() {
        return generation;
    }

    KafkaStreams.State state() {
        return streams.state();
    }

    boolean hasEnded() {
        return switch (streams.state()) {
            case ERROR, PENDING_ERROR, NOT_RUNNING -> true;
            default -> false;
        };
    }

    /** Leaves the group too, so that others, or the next start, need not wait for this member to be missed. */
    void stop() {
        var leaving = CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(PATIENCE);
        if (!streams.close(leaving)) {
            log.warn("Counting of generation {} did not end within {}", generation, PATIENCE);
        }
        log.info("Counting of generation {} has stopped", generation);
    }
}
