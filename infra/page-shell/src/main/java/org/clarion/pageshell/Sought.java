package org.clarion.pageshell;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody types to find a row of a list: part of one of its texts, whatever the case and the accents. */
public final class Sought {

    private final String plain;

    public Sought(String typed) {
        this.plain = plain(typed);
    }

    /** Whether a row with these texts is meant; every row is where nothing was typed. */
    public boolean isIn(@Nullable String... texts) {
        return Stream.of(texts).anyMatch(text -> text != null && plain(text).contains(plain));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
