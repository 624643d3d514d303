package org.clarion.petitions.petition;

/** What can be done to a petition. */
public enum PetitionDeed {
    DRAFTED,
    EDITED,
    NEW_TEXT,
    OPENED,
    CLOSED,
    ARCHIVED,
    GOAL_RAISED
}
