package org.clarion.letters.action;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clarion.servicedefaults.WireNamed;

/** What may stand in the subject of a mail. */
public final class Subject {

    /** What is wrong with a subject, so that a form can say how to mend it. */
    public enum Flaw implements WireNamed {
        MISSING,
        TOO_LONG,
        UNSAFE
    }

    public static final int MAX_LENGTH = 150;

    // Line ends of every script, what turns text around, and the two ideographs of which careless mail programs keep
    // only
    // the last byte, a line end; an encoded word would be decoded into something that nobody has checked.
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}"
            + "\u202a-\u202e\u2066-\u2069\ufeff\u560a\u560d]|=\\?[^?]*\\?[BbQq]\\?");

    private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\s]*");

    private Subject() {}

    public static Optional<Flaw> flawIn(String subject) {
        if (BLANK.matcher(subject).matches()) {
            return Optional.of(Flaw.MISSING);
        }
        if (UNSAFE.matcher(subject).find()) {
            return Optional.of(Flaw.UNSAFE);
        }
        return subject.length() > MAX_LENGTH ? Optional.of(Flaw.TOO_LONG) : Optional.empty();
    }
}
