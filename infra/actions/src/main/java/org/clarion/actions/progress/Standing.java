package org.clarion.actions.progress;

import java.time.Instant;

/**
 * The published total of an action.
 *
 * @param count how many took part, confirmed
 * @param goal how many are wished for; 0 where nobody says
 * @param at the time at which it was true
 */
public record Standing(long count, long goal, Instant at) {}
