package org.clarion.actions.supporter;

/** What staff do with what is kept of supporters. */
enum Inquiry {
    LOOKED_UP,
    ERASED,
    /** Noted a no to updates that came in by letter or telephone. */
    STOPPED_UPDATES,
    /** Took away the addresses of those who take updates. */
    EXPORTED
}
