package org.clarion.notifications.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clarion.notifications.mail.EnhancedStatus;
import org.clarion.notifications.mail.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says about a mail that it has taken (RFC 3464). Everything else in the mailbox (answers of machines
 * and of people, advertising) is none.
 *
 * @param sentTo the addresses that the report itself was sent to: one of them is the return path of the mail
 * @param recipients of the mail, one by one
 */
record DeliveryReport(List<String> sentTo, List<Recipient> recipients) {

    /**
     * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code expanded}
     * @param addresses as the reporting server knows the recipient, and as the sender did
     */
    record Recipient(String action, EnhancedStatus status, List<String> addresses) {}

    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_RECIPIENTS = 50;
    private static final String[] ENVELOPE = {"Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To"};
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+");
    private static final Pattern BLANK_LINE = Pattern.compile("\n\\s*\n");

    /** @return empty for a message that is no such report, or whose report cannot be read */
    static Optional<DeliveryReport> of(MimeMessage message) {
        try {
            var type = new ContentType(String.valueOf(message.getContentType()));
            if (!type.match("multipart/report")
                    || !"delivery-status".equalsIgnoreCase(type.getParameter("report-type"))
                    || !isFromNobody(message)
                    || !(message.getContent() instanceof Multipart parts)) {
                return Optional.empty();
            }
            var recipients = recipients(parts);
            return recipients.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DeliveryReport(sentTo(message), recipients));
        } catch (MessagingException | IOException | RuntimeException e) {
            return Optional.empty(); // whatever somebody sends, the next message is read
        }
    }

    /** Why the mail was given up, for each of its recipients; empty if it was not. */
    Optional<Trouble> failure() {
        var allFailed = recipients.stream()
                .allMatch(recipient -> recipient.action().equals("failed")
                        && !recipient.status().isSuccess());
        return allFailed
                ? Optional.of(recipients.getFirst().status()).map(status -> new Trouble(status.reason(), status.code()))
                : Optional.empty();
    }

    /** A report has no return path itself (RFC 3464, 2), or two servers would report to each other for ever. */
    private static boolean isFromNobody(MimeMessage message) throws MessagingException {
        var returnPath = message.getHeader("Return-Path");
        return returnPath == null
                || Arrays.stream(returnPath).allMatch(path -> path.strip().equals("<>"));
    }

    private static List<String> sentTo(MimeMessage message) throws MessagingException {
        var found = new ArrayList<String>();
        for (var header : ENVELOPE) {
            var values = message.getHeader(header);
            if (values != null) {
                Arrays.stream(values).flatMap(DeliveryReport::addressesIn).forEach(found::add);
            }
        }
        return found.stream().distinct().toList();
    }

    private static Stream<String> addressesIn(@Nullable String header) {
        return header == null
                ? Stream.empty()
                : ADDRESS.matcher(header).results().map(match -> match.group()).limit(MOST_RECIPIENTS);
    }

    private static List<Recipient> recipients(Multipart parts) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                return recipients(part);
            }
        }
        return List.of();
    }

    /** The first group of fields is about the mail, each further one about a recipient. */
    private static List<Recipient> recipients(BodyPart status) throws MessagingException, IOException {
        var bytes = status.getInputStream().readNBytes(MOST_BYTES);
        var text =
                new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
        var recipients = new ArrayList<Recipient>();
        for (var group : BLANK_LINE.split(text, MOST_RECIPIENTS)) {
            var fields = new InternetHeaders(
                    new ByteArrayInputStream((group.strip() + "\n\n").getBytes(StandardCharsets.UTF_8)), true);
            var action = field(fields, "Action");
            if (action == null) {
                continue;
            }
            var code = EnhancedStatus.parse(String.valueOf(field(fields, "Status")));
            if (code.isEmpty()) {
                return List.of(); // not as the RFC wants it: left for people to read
            }
            var addresses = Stream.of("Original-Recipient", "Final-Recipient")
                    .flatMap(name -> addressesIn(field(fields, name)))
                    .distinct()
                    .toList();
            recipients.add(new Recipient(action.toLowerCase(Locale.ROOT), code.get(), addresses));
        }
        return recipients;
    }

    /** Without comments: {@code Status: 5.1.1 (no such user)}. */
    private static @Nullable String field(InternetHeaders fields, String name) {
        var value = fields.getHeader(name, null);
        if (value == null) {
            return null;
        }
        var comment = value.indexOf('(');
        return (comment < 0 ? value : value.substring(0, comment)).strip();
    }

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "DeliveryReport";
    }
}
