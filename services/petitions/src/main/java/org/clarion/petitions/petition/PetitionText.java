package org.clarion.petitions.petition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What people sign, in one version.
 *
 * @param number from 1; a new one for every change after opening
 * @param language BCP 47 tag
 * @param addressee who is asked to act
 * @param markdown the text, as Markdown
 * @param hash SHA-256 of all words of this version, hexadecimal: what a signature names
 */
public record PetitionText(
        int number,
        String language,
        String title,
        String summary,
        String addressee,
        String markdown,
        String hash,
        Instant since) {

    static PetitionText of(int number, Outline outline, Instant now) {
        return new PetitionText(
                number,
                outline.language(),
                outline.title(),
                outline.summary(),
                outline.addressee(),
                outline.text(),
                hashOf(outline),
                now);
    }

    boolean saysTheSameAs(Outline outline) {
        return hash.equals(hashOf(outline));
    }

    /** NUL cannot stand in a text, so no two different texts give the same bytes. */
    private static String hashOf(Outline outline) {
        var words = String.join(
                "\0", outline.language(), outline.title(), outline.summary(), outline.addressee(), outline.text());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
