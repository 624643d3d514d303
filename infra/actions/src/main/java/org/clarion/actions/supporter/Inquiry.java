package org.clarion.actions.supporter;

/** What staff do about a supporter who asks. */
enum Inquiry {
    LOOKED_UP,
    ERASED
}
