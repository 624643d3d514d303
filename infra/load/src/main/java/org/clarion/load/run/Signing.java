package org.clarion.load.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.clarion.load.people.Crowd;
import org.clarion.load.platform.Visitor.Petition;

/** People of a crowd sign one petition, each once, however often a try has to be repeated. */
public final class Signing {

    private static final int DIGITS = 3;

    /** The link of a confirmation mail. */
    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s<>\"]+/petitions/[^/\\s<>\"]+/confirm/[\\w.-]*\\w");

    private final Visitors visitors;
    private final Petition petition;
    private final Crowd crowd;
    private final Histogram micros = new ConcurrentHistogram(DIGITS);
    private final LongAdder accepted = new LongAdder();

    public Signing(Visitors visitors, Petition petition, Crowd crowd) {
        this.visitors = visitors;
        this.petition = petition;
        this.crowd = crowd;
    }

    /** People of a crowd confirm what they signed; as {@link Following#Following}. */
    public static Following confirming(Path mail, String addresses, Visitors visitors, int people, Failure failure) {
        return new Following(
                mail, addresses, LINK, (visitor, _, link) -> visitor.follow(link), visitors, people, failure);
    }

    /** @param due from when the waiting counts */
    public void sign(long number, long due) {
        var signer = crowd.signer(number);
        var attempt = UUID.nameUUIDFromBytes(signer.email().getBytes(StandardCharsets.UTF_8))
                .toString();
        visitors.send(visitor -> visitor.sign(petition, signer, attempt));
        micros.recordValue(Math.max(0, (System.nanoTime() - due) / 1_000));
        accepted.increment();
    }

    public long accepted() {
        return accepted.sum();
    }

    /** Microseconds from when it was due until the platform accepted it. */
    public Histogram micros() {
        return micros.copy();
    }
}
