package org.clarion.registrations.gathering;

/** What can be done to a gathering. */
public enum GatheringDeed {
    DRAFTED,
    COPIED,
    EDITED,
    /** With a change that people are told of. */
    CHANGED,
    OPENED,
    CLOSED,
    MOVED_ONLINE,
    CANCELLED,
    RECORDING_ADDED,
    PAST
}
