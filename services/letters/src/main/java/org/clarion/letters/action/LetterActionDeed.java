package org.clarion.letters.action;

/** What can be done to a letter action. */
public enum LetterActionDeed {
    DRAFTED,
    EDITED,
    NEW_TEXT,
    OPENED,
    PAUSED,
    RESUMED,
    CLOSED,
    ARCHIVED,
    TEST_ON,
    TEST_OFF
}
