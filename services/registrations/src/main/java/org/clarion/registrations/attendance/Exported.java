package org.clarion.registrations.attendance;

/** What of a list has left as a file. */
enum Exported {
    EVERYBODY,
    SELECTION
}
