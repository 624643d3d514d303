package org.clarion.registrations.attendance;

import org.clarion.registrations.gathering.Mode;

/**
 * In heads.
 *
 * @param expected those with a place
 * @param here those who were seen
 */
public record Turnout(int session, Mode mode, int expected, int here) {}
