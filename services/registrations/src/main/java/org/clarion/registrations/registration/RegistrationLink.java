package org.clarion.registrations.registration;

import org.clarion.supporters.LinkPurpose;

/** The links of a registration. Each opens a page; the button on it acts. */
enum RegistrationLink implements LinkPurpose {
    CONFIRM('c'),
    NOT_ME('n'),
    MANAGE('m'),
    CANCEL('x'),
    OFFER('o'),
    /** Leads to the registrant, not to a registration: it says nothing about whether there is one. */
    SENT('s');

    private final char code;

    RegistrationLink(char code) {
        this.code = code;
    }

    @Override
    public char code() {
        return code;
    }
}
