package org.clarion.supporters;

/** What a mailed link is for; each service has an enum of its own. */
public interface LinkPurpose {

    /** A printable ASCII character, never changed once mails carry it. */
    char code();
}
