package org.clarion.notifications.sending;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Verifies a DKIM signature from the raw mail alone, after the text of RFC 6376 and by nothing that made it. */
final class Dkim {

    private record Field(String name, String value) {}

    private Dkim() {}

    /** @return {@code good}, {@code another body} or {@code another header} */
    static String verdict(byte[] mail, PublicKey key) {
        var text = new String(mail, StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        var fields = fields(text.substring(0, end + 2));
        var signature = signature(fields);
        var tags = tags(signature.value());
        if (!"relaxed/relaxed".equals(tags.get("c"))) {
            throw new IllegalStateException("Only relaxed/relaxed is read here: " + tags.get("c"));
        }
        try {
            var body = MessageDigest.getInstance("SHA-256")
                    .digest(relaxedBody(text.substring(end + 4)).getBytes(StandardCharsets.ISO_8859_1));
            if (!Base64.getEncoder().encodeToString(body).equals(tags.get("bh"))) {
                return "another body";
            }
            var signed = new StringBuilder();
            var left = new ArrayList<>(fields);
            for (var name : tags.get("h").split(":")) {
                takeLast(left, name.strip(), signed);
            }
            var withoutSignature = signature.value().replaceAll("(\\bb=)[A-Za-z0-9+/=\\s]*$", "$1");
            signed.append(relaxed(new Field(signature.name(), withoutSignature)));
            var verifying = Signature.getInstance("SHA256withRSA");
            verifying.initVerify(key);
            verifying.update(signed.toString().getBytes(StandardCharsets.ISO_8859_1));
            return verifying.verify(Base64.getDecoder().decode(tags.get("b"))) ? "good" : "another header";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> tags(byte[] mail) {
        var text = new String(mail, StandardCharsets.ISO_8859_1);
        return tags(signature(fields(text.substring(0, text.indexOf("\r\n\r\n") + 2)))
                .value());
    }

    private static Map<String, String> tags(String value) {
        var tags = new LinkedHashMap<String, String>();
        for (var tag : value.split(";")) {
            var equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(
                        tag.substring(0, equals).strip(),
                        tag.substring(equals + 1).replaceAll("\\s", ""));
            }
        }
        return tags;
    }

    private static Field signature(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase("DKIM-Signature"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The mail is not signed"));
    }

    private static List<Field> fields(String header) {
        var fields = new ArrayList<Field>();
        for (var field : header.split("\r\n(?![ \t])")) {
            var colon = field.indexOf(':');
            fields.add(new Field(field.substring(0, colon), field.substring(colon + 1)));
        }
        return fields;
    }

    private static void takeLast(List<Field> fields, String name, StringBuilder into) {
        for (int i = fields.size() - 1; i >= 0; i--) {
            if (fields.get(i).name().equalsIgnoreCase(name)) {
                into.append(relaxed(fields.remove(i))).append("\r\n");
                return;
            }
        }
    }

    private static String relaxed(Field field) {
        var value = field.value().replace("\r\n", "").replaceAll("[ \t]+", " ").strip();
        return field.name().toLowerCase(Locale.ROOT).strip() + ":" + value;
    }

    private static String relaxedBody(String body) {
        var lines =
                body.replaceAll("[ \t]+(?=\r\n)", "").replaceAll("[ \t]+", " ").replaceAll("(\r\n)+$", "");
        return lines.isEmpty() ? "" : lines + "\r\n";
    }
}
