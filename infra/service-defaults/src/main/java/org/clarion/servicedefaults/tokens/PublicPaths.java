package org.clarion.servicedefaults.tokens;

import java.util.List;

/**
 * Paths of a service that anybody may call. Each service declares its own as a bean; what nobody declared is denied.
 *
 * @param patterns path patterns such as {@code /petitions/**}
 */
public record PublicPaths(List<String> patterns) {

    public PublicPaths {
        patterns = List.copyOf(patterns);
        for (var pattern : patterns) {
            if (pattern.startsWith("/**") || pattern.startsWith("/internal") || pattern.startsWith("/staff")) {
                throw new IllegalArgumentException(pattern + " must not be public");
            }
        }
    }

    public static PublicPaths of(String... patterns) {
        return new PublicPaths(List.of(patterns));
    }
}
