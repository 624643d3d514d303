package org.clarion.letters.letter;

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
 * @param answered ids of the requests that led to a mail, so that a repeated one leads to none
 */
public record Mails(long details, Map<Cause, Integer> asked, boolean told, List<UUID> answered) {

    /** Enough for every honest slip, too few to pester somebody with. */
    static final int MOST = 5;

    public enum Cause {
        /** To confirm, or that it is there already. */
        CONFIRMATION,
        HELD,
        RECIPIENT,
        ANSWER
    }

    public Mails {
        asked = Map.copyOf(asked);
        answered = List.copyOf(answered);
    }

    static Mails none() {
        return new Mails(1, Map.of(), false, List.of());
    }

    static Mails first(@Nullable UUID request) {
        return none().oneMore(request);
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
        return new Mails(details, plus(cause), told, answered);
    }

    Mails oneMore(@Nullable UUID request) {
        return new Mails(details, plus(Cause.CONFIRMATION), told, and(request));
    }

    Mails forNewDetails(@Nullable UUID request) {
        return new Mails(details + 1, plus(Cause.CONFIRMATION), told, and(request));
    }

    Mails tellingTwice(@Nullable UUID request) {
        return new Mails(details, plus(Cause.CONFIRMATION), true, and(request));
    }

    /** After a life that ended by its owner's own will the count begins anew. */
    Mails forNewLife(@Nullable UUID request) {
        var first = first(request);
        return new Mails(details + 1, first.asked(), false, first.answered());
    }

    /** The links that lead to what was replaced lapse, and no mail is asked for. */
    Mails replaced() {
        return new Mails(details + 1, asked, told, answered);
    }

    Mails withoutRequests() {
        return new Mails(details, asked, told, List.of());
    }

    private Map<Cause, Integer> plus(Cause cause) {
        var more = new HashMap<>(asked);
        more.merge(cause, 1, Integer::sum);
        return more;
    }

    private List<UUID> and(@Nullable UUID request) {
        if (request == null) {
            return answered;
        }
        var more = new ArrayList<>(answered);
        more.add(request);
        return more;
    }
}
