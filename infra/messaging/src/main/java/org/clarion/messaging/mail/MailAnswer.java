package org.clarion.messaging.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the owner answers to a claim. Only {@link Decision#SEND} carries the rest.
 *
 * @param mail identity of the mail, as in the claim
 * @param address where to, as its owner typed it
 * @param name how to address the recipient
 * @param language BCP 47 tag
 * @param model words and figures for the template, by name
 * @param links fresh links for the template, by name
 * @param sender who writes, where it is not the platform itself
 * @param attachments files that go with it
 */
public record MailAnswer(
        UUID mail,
        Decision decision,
        @Nullable String address,
        @Nullable String name,
        @Nullable String language,
        Map<String, String> model,
        Map<String, String> links,
        @Nullable Sender sender,
        List<Attachment> attachments) {

    /**
     * A person in whose name a mail is sent. It leaves from the platform's own address all the same.
     *
     * @param name shown as the sender
     * @param replyTo mail address that gets the answers
     */
    public record Sender(String name, String replyTo) {

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Sender";
        }
    }

    /**
     * A file.
     *
     * @param name as its recipient sees it
     * @param type media type with its parameters, such as {@code text/calendar; charset=utf-8; method=REQUEST}
     */
    public record Attachment(String name, String type, byte[] content) {

        /** Says nothing of what is in it. */
        @Override
        public String toString() {
            return "Attachment[" + type + "]";
        }
    }

    public MailAnswer {
        attachments = List.copyOf(attachments);
    }

    public enum Decision {
        SEND,
        NO_LONGER_NEEDED,
        LATER
    }

    /** From the platform itself, without files. */
    public static MailAnswer send(
            UUID mail,
            String address,
            @Nullable String name,
            String language,
            Map<String, String> model,
            Map<String, String> links) {
        return new MailAnswer(mail, Decision.SEND, address, name, language, model, links, null, List.of());
    }

    public MailAnswer from(Sender writer) {
        return new MailAnswer(mail, decision, address, name, language, model, links, writer, attachments);
    }

    public MailAnswer with(List<Attachment> files) {
        return new MailAnswer(mail, decision, address, name, language, model, links, sender, files);
    }

    public static MailAnswer noLongerNeeded(UUID mail) {
        return without(mail, Decision.NO_LONGER_NEEDED);
    }

    public static MailAnswer later(UUID mail) {
        return without(mail, Decision.LATER);
    }

    private static MailAnswer without(UUID mail, Decision decision) {
        return new MailAnswer(mail, decision, null, null, null, Map.of(), Map.of(), null, List.of());
    }
}
