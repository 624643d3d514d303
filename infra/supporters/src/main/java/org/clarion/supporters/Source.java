package org.clarion.supporters;

import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a supporter came from, as a short word: {@code [a-z0-9._-]}, at most 60 characters, nothing personal. */
public record Source(String value) {

    private static final int MAX_LENGTH = 60;
    private static final Pattern WORD = Pattern.compile("[a-z0-9._-]{1,60}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9._-]+");
    private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");

    public static final Source DIRECT = new Source("direct");
    public static final Source OTHER = new Source("other");

    public Source {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException("not a source");
        }
    }

    /** Whatever a page or an API client gives: blank is {@link #DIRECT}, what holds an address or nothing readable is {@link #OTHER}. */
    public static Source of(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return DIRECT;
        }
        var word = normalised(given);
        return given.contains("@") || word.isEmpty() ? OTHER : new Source(word);
    }

    /**
     * The first of {@code utm_source}, {@code utm_medium}, {@code utm_campaign} and the referring host that says something.
     *
     * @param ownHost the platform's own host, which is no source
     */
    public static Source from(
            @Nullable String utmSource,
            @Nullable String utmMedium,
            @Nullable String utmCampaign,
            @Nullable String referrer,
            String ownHost) {
        return Stream.of(utmSource, utmMedium, utmCampaign)
                .filter(given -> given != null && !given.isBlank())
                .findFirst()
                .map(Source::of)
                .or(() -> host(referrer)
                        .filter(host -> !host.equalsIgnoreCase(ownHost))
                        .map(Source::of))
                .orElse(DIRECT);
    }

    private static Optional<String> host(@Nullable String referrer) {
        if (referrer == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(URI.create(referrer.strip()).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String normalised(String given) {
        var plain =
                MARKS.matcher(Normalizer.normalize(given, Normalizer.Form.NFKD)).replaceAll("");
        var word = OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        var trimmed = EDGES.matcher(word).replaceAll("");
        return trimmed.length() <= MAX_LENGTH
                ? trimmed
                : EDGES.matcher(trimmed.substring(0, MAX_LENGTH)).replaceAll("");
    }
}
