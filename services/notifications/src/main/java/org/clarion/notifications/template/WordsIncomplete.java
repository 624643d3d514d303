package org.clarion.notifications.template;

/** What the owner gave is not enough to write the mail. Names what is missing, never what is there. */
public class WordsIncomplete extends Exception {

    /** @param who the template or the part of the answer that needs it */
    public WordsIncomplete(String who, String what) {
        super(who + " lacks " + what);
    }
}
