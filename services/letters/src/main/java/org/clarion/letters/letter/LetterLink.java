package org.clarion.letters.letter;

import org.clarion.supporters.LinkPurpose;

/** The links of a letter. Each opens a page with buttons; a button acts. */
enum LetterLink implements LinkPurpose {
    CONFIRM('c'),
    NOT_ME('n'),
    /** Shows where the letter is, and leads on. */
    MANAGE('m'),
    WITHDRAW('w'),
    /** To change words that name somebody who is no longer there. */
    REWORD('r'),
    /** To say what came back. */
    ANSWER('a'),
    /** Leads to the writer, not to a letter: it says nothing about whether there is one. */
    SENT('s');

    private final char code;

    LetterLink(char code) {
        this.code = code;
    }

    @Override
    public char code() {
        return code;
    }
}
