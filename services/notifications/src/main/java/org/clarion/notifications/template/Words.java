package org.clarion.notifications.template;

/** The words of one mail. */
public record Words(String language, String subject, String text, String html) {

    /** Says nothing: the words name somebody and hold links. */
    @Override
    public String toString() {
        return "Words[" + language + "]";
    }
}
