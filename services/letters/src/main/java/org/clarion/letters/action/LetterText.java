package org.clarion.letters.action;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an action says, in one version.
 *
 * @param number from 1; a new one for every change after opening
 * @param language BCP 47 tag
 * @param summary one or two plain sentences
 * @param why why it matters, as Markdown
 * @param wording what everybody reads for whom there is no variant
 * @param variants the first that fits wins
 * @param hash SHA-256 of all words of this version, hexadecimal
 */
public record LetterText(
        int number,
        String language,
        String title,
        String summary,
        String why,
        Wording wording,
        List<Variant> variants,
        String hash,
        Instant since) {

    public LetterText {
        variants = List.copyOf(variants);
    }

    static LetterText of(int number, Outline outline, List<Variant> variants, Instant now) {
        return new LetterText(
                        number,
                        outline.language(),
                        outline.title(),
                        outline.summary(),
                        outline.why(),
                        outline.wording(),
                        variants,
                        "",
                        now)
                .hashed();
    }

    LetterText with(List<Variant> changed) {
        return new LetterText(number, language, title, summary, why, wording, changed, "", since).hashed();
    }

    LetterText numbered(int next, Instant now) {
        return new LetterText(next, language, title, summary, why, wording, variants, hash, now);
    }

    boolean saysTheSameAs(LetterText other) {
        return hash.equals(other.hash);
    }

    public Wording wordingFor(Reader reader) {
        return variantFor(reader).map(variant -> variant.over(wording)).orElse(wording);
    }

    Optional<Variant> variantFor(Reader reader) {
        return variants.stream()
                .filter(variant -> variant.readers().includes(reader))
                .findFirst();
    }

    /** The wording that a letter names: of one variant, or the basic one for null; empty for a variant that is not in this version. */
    public Optional<Wording> wording(@Nullable UUID variant) {
        return variant == null
                ? Optional.of(wording)
                : variants.stream()
                        .filter(each -> each.id().equals(variant))
                        .findFirst()
                        .map(each -> each.over(wording));
    }

    private LetterText hashed() {
        var words = new ArrayList<String>(List.of(language, title, summary, why));
        addWords(wording, words);
        for (var variant : variants) {
            words.add(variant.id().toString());
            addReaders(variant.readers(), words);
            addWords(variant.over(wording), words);
        }
        return new LetterText(number, language, title, summary, why, wording, variants, hashOf(words), since);
    }

    private static void addWords(Wording wording, List<String> words) {
        words.addAll(List.of(wording.subject(), wording.opening(), wording.body(), wording.closing()));
        words.add(Integer.toString(wording.prompts().size()));
        words.addAll(wording.prompts());
    }

    private static void addReaders(Readership readers, List<String> words) {
        Stream.of(readers.countries(), readers.parties(), readers.constituencies(), readers.positions())
                .map(each -> each.stream().map(Object::toString).sorted().toList())
                .forEach(each -> {
                    words.add(Integer.toString(each.size()));
                    words.addAll(each);
                });
    }

    /** NUL cannot stand in a text, so no two different texts give the same bytes. */
    private static String hashOf(List<String> words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", words).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
