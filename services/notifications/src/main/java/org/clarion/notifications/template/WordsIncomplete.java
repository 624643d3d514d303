package org.clarion.notifications.template;

/** What the owner gave is not enough to write the mail. Names what is missing, never what is there. */
public class WordsIncomplete extends Exception {

    WordsIncomplete(String template, String what) {
        super(template + " lacks " + what);
    }
}
