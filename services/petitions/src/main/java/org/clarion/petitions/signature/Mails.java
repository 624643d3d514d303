package org.clarion.petitions.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has been written to the address of a signature.
 *
 * @param details version of the address: links that were made for an earlier one have lapsed
 * @param asked how many mails were asked for
 * @param toldTwice whether "you have already signed" was among them
 * @param answered ids of the requests that led to a mail, so that a repeated one leads to none
 */
record Mails(long details, int asked, boolean toldTwice, List<UUID> answered) {

    /** Enough for every honest slip, too few to pester somebody with. */
    static final int MOST = 5;

    Mails {
        answered = List.copyOf(answered);
    }

    static Mails first(@Nullable UUID request) {
        return new Mails(1, 1, false, request == null ? List.of() : List.of(request));
    }

    boolean exhausted() {
        return asked >= MOST;
    }

    boolean answered(@Nullable UUID request) {
        return request != null && answered.contains(request);
    }

    Mails oneMore(@Nullable UUID request) {
        return new Mails(details, asked + 1, toldTwice, and(request));
    }

    Mails forNewDetails(@Nullable UUID request) {
        return new Mails(details + 1, asked + 1, toldTwice, and(request));
    }

    Mails tellingTwice(@Nullable UUID request) {
        return new Mails(details, asked + 1, true, and(request));
    }

    /** After a life that ended by its owner's own will the count begins anew. */
    Mails forNewLife(@Nullable UUID request) {
        return new Mails(details + 1, 1, false, request == null ? List.of() : List.of(request));
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
