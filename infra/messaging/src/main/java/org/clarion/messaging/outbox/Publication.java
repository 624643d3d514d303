package org.clarion.messaging.outbox;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the states of an aggregate are published, and how a state looks there.
 *
 * @param topic a state topic: it carries the resulting state, never a delta
 * @param body state → body of the message; null for a state that the world does not see
 */
public record Publication<A extends Aggregate>(String topic, Function<A, @Nullable Object> body) {}
