package org.clarion.servicedefaults.input;

/** Text that a person can have typed: no NUL or other control characters but tab and line ends, no broken surrogates. */
public final class CleanText {

    private CleanText() {}

    public static boolean accepts(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                if (c != '\n' && c != '\t' && c != '\r') {
                    return false;
                }
            } else if (Character.isHighSurrogate(c)) {
                if (++i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
