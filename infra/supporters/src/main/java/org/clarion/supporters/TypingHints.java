package org.clarion.supporters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks "did you mean …?" where a domain looks like a common one mistyped. A hint, never a refusal. */
public final class TypingHints {

    /** Domains shorter than this resemble too many others: only their ending is looked at. */
    private static final int LONG_ENOUGH = 9;

    private final Set<String> known;

    public TypingHints() {
        this.known = readKnown();
    }

    /** The address that was probably meant, or empty when nothing looks wrong. */
    public Optional<String> suggestion(EmailAddress address) {
        var domain = address.domain();
        if (known.contains(domain)) {
            return Optional.empty();
        }
        return known.stream()
                .filter(candidate -> isSlipOf(candidate, domain))
                .min(Comparator.comparingInt(candidate -> EditDistance.between(candidate, domain)))
                .map(meant -> address.local() + "@" + meant);
    }

    private static boolean isSlipOf(String meant, String typed) {
        var sameName = name(meant).equals(name(typed));
        if (meant.length() < LONG_ENOUGH) {
            return sameName && EditDistance.between(meant, typed) == 1;
        }
        if (sameName && name(meant).length() >= 5) {
            return true;
        }
        var slips = meant.charAt(0) == typed.charAt(0) ? 2 : 1;
        return EditDistance.between(meant, typed) <= slips;
    }

    private static String name(String domain) {
        return domain.substring(0, domain.indexOf('.'));
    }

    /** Each line: a name and the endings under which it is a provider. */
    private static Set<String> readKnown() {
        try (var in = TypingHints.class.getResourceAsStream("mail-domains.txt")) {
            if (in == null) {
                throw new IllegalStateException("mail-domains.txt is missing");
            }
            var domains = new LinkedHashSet<String>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\\s+")))
                    .forEach(words ->
                            words.stream().skip(1).forEach(ending -> domains.add(words.getFirst() + "." + ending)));
            return domains;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
