package org.clarion.letters.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has been written to the supporter about a letter.
 *
 * @param details version of the address: links that were made for an earlier one have lapsed
 * @param asked how many mails were asked for, by cause
 * @param told whether "you have already written" was among them
 * @param answered ids of the requests that led to a mail, so that a repeated one leads to none; clients repeat within hours
 * @param answeredAt when the last of them was answered; null where there is none to remember
 */
public record Mails(
        long details,
        Map<Cause, Integer> asked,
        boolean told,
        List<UUID> answered,
        @Nullable Instant answeredAt) {

    /** Enough for every honest slip, too few to pester somebody with. */
    static final int MOST = 5;

    public enum Cause {
        /** To confirm, or that it is there already. */
        CONFIRMATION,
        HELD,
        RECIPIENT,
        /** Staff have sent it elsewhere. */
        REDIRECTED,
        /** Staff let it go nowhere. */
        CANCELLED,
        ANSWER
    }

    public Mails {
        asked = Map.copyOf(asked);
        answered = List.copyOf(answered);
    }

    static Mails none() {
        return new Mails(1, Map.of(), false, List.of(), null);
    }

    static Mails first(@Nullable UUID request, Instant now) {
        return none().counting(Cause.CONFIRMATION).answering(request, now);
    }

    int asked(Cause cause) {
        return asked.getOrDefault(cause, 0);
    }

    boolean exhausted(Cause cause) {
        return asked(cause) >= MOST;
    }

    boolean answered(@Nullable UUID request) {
        return request != null && answered.contains(request);
    }

    Mails counting(Cause cause) {
        var more = new HashMap<>(asked);
        more.merge(cause, 1, Integer::sum);
        return new Mails(details, more, told, answered, answeredAt);
    }

    /** For the same details. */
    Mails onceMore(@Nullable UUID request, Instant now) {
        return counting(Cause.CONFIRMATION).answering(request, now);
    }

    Mails forNewDetails(@Nullable UUID request, Instant now) {
        return replaced().onceMore(request, now);
    }

    Mails tellingTwice(@Nullable UUID request, Instant now) {
        var more = onceMore(request, now);
        return new Mails(details, more.asked, true, more.answered, more.answeredAt);
    }

    /** After a life that ended by its owner's own will the count begins anew. */
    Mails forNewLife(@Nullable UUID request, Instant now) {
        return new Mails(details + 1, Map.of(), false, List.of(), null).onceMore(request, now);
    }

    /** The links that lead to what was replaced lapse, and no mail is asked for. */
    Mails replaced() {
        return new Mails(details + 1, asked, told, answered, answeredAt);
    }

    Mails withoutRequests() {
        return new Mails(details, asked, told, List.of(), null);
    }

    private Mails answering(@Nullable UUID request, Instant now) {
        if (request == null) {
            return this;
        }
        var more = new ArrayList<>(answered);
        more.add(request);
        return new Mails(details, asked, told, more, now);
    }
}
