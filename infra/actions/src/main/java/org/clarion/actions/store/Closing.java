package org.clarion.actions.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.clarion.messaging.outbox.Change;

/**
 * How actions of one kind close by themselves.
 *
 * @param from the states that end at the closing time
 * @param decision what happens to an action whose closing time may have come; empty where it has not
 */
public record Closing<A extends Action>(
        Set<? extends Enum<?>> from, BiFunction<A, Instant, Optional<? extends Change<A, ?>>> decision) {}
