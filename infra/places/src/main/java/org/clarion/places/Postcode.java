package org.clarion.places;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A postcode of the United Kingdom or the Crown dependencies, well formed but not necessarily in use.
 *
 * @param value upper case without the space, such as {@code SW1A0AA}
 */
public record Postcode(String value) {

    // BS 7666, with the letters that Royal Mail does not use at each place.
    private static final Pattern GRAMMAR = Pattern.compile("(?:[A-PR-UWYZ](?:[0-9][0-9ABCDEFGHJKPSTUW]?"
            + "|[A-HK-Y][0-9][0-9ABEHMNPRVWXY]?)[0-9]|GIR0)[ABD-HJLNP-UW-Z]{2}");
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\t.\\-\u2010-\u2015]+");
    private static final int LONGEST_TYPED = 20;
    private static final int INWARD = 3;
    private static final int BASE = 37;

    /** @throws IllegalArgumentException when not in the normal form */
    public Postcode {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a postcode");
        }
    }

    /** Forgives case, spaces, dots and dashes, and the letters O, I and L where only a digit can stand. */
    public static Optional<Postcode> parse(@Nullable String typed) {
        if (typed == null || typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var plain = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        var value = GRAMMAR.matcher(plain).matches() ? plain : withDigit(plain);
        return GRAMMAR.matcher(value).matches() ? Optional.of(new Postcode(value)) : Optional.empty();
    }

    private static String withDigit(String plain) {
        int at = plain.length() - INWARD;
        if (at < 0) {
            return plain;
        }
        var digit = switch (plain.charAt(at)) {
            case 'O' -> "0";
            case 'I', 'L' -> "1";
            default -> plain.substring(at, at + 1);
        };
        return plain.substring(0, at) + digit + plain.substring(at + 1);
    }

    /** As people write it: {@code SW1A 0AA}. */
    public String formatted() {
        return outward() + " " + value.substring(value.length() - INWARD);
    }

    /** The part before the space: the district, shared by some thousands of households. */
    public String outward() {
        return value.substring(0, value.length() - INWARD);
    }

    /** Northern Ireland, whose postcodes are not in open data. */
    public boolean isNorthernIrish() {
        return value.startsWith("BT");
    }

    /** 37 bits that sort like the postcode: seven places of base 37, the outward part filled up to four. */
    long key() {
        int outward = value.length() - INWARD;
        long key = 0;
        for (int place = 0; place < 4; place++) {
            key = key * BASE + (place < outward ? digit(value.charAt(place)) : 0);
        }
        for (int place = outward; place < value.length(); place++) {
            key = key * BASE + digit(value.charAt(place));
        }
        return key;
    }

    /** The way back from {@link #key()}. */
    static Postcode ofKey(long key) {
        var places = new StringBuilder();
        for (long rest = key; rest > 0; rest /= BASE) {
            int digit = (int) (rest % BASE);
            if (digit > 0) {
                places.append((char) (digit <= 10 ? '0' + digit - 1 : 'A' + digit - 11));
            }
        }
        return new Postcode(places.reverse().toString());
    }

    private static int digit(char c) {
        return c <= '9' ? c - '0' + 1 : c - 'A' + 11;
    }

    /** Says the district only, so that a full postcode cannot slip into a log. */
    @Override
    public String toString() {
        return outward() + " …";
    }
}
