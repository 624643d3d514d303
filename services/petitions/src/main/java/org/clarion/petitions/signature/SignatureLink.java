package org.clarion.petitions.signature;

import org.clarion.supporters.LinkPurpose;

/** The links of a signature. Each opens a page with one button; the button acts. */
enum SignatureLink implements LinkPurpose {
    CONFIRM('c'),
    NOT_ME('n'),
    MANAGE('m'),
    WITHDRAW('w'),
    /** Leads to the signer, not to a signature: it says nothing about whether there is one. */
    SENT('s');

    private final char code;

    SignatureLink(char code) {
        this.code = code;
    }

    @Override
    public char code() {
        return code;
    }
}
