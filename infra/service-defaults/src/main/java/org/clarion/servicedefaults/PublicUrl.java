package org.clarion.servicedefaults;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The origin under which supporters and staff reach the platform; every link in a mail starts with it. */
public record PublicUrl(URI origin) {

    public PublicUrl {
        if (origin.getScheme() == null || origin.getHost() == null || !isRoot(origin.getPath())) {
            throw new IllegalArgumentException(
                    "CLARION_PUBLIC_URL must be an origin such as https://actions.example.org, not " + origin);
        }
        origin = URI.create(origin.getScheme() + "://" + origin.getAuthority());
    }

    /** @param path absolute, such as {@code /petitions/clean-air} */
    public URI to(String path) {
        return URI.create(origin + path);
    }

    public boolean secure() {
        return origin.getScheme().equals("https");
    }

    private static boolean isRoot(@Nullable String path) {
        return path != null && (path.isEmpty() || path.equals("/"));
    }
}
