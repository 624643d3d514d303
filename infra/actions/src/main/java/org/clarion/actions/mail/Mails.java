package org.clarion.actions.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has been written to the address of somebody who takes part.
 *
 * @param details version of the address: links that were made for an earlier one have lapsed
 * @param asked how many mails were asked for
 * @param toldAt when "you have done that already" was the last of them; null for never
 * @param answered ids of the requests that led to a mail, so that a repeated one leads to none; clients repeat within hours
 * @param answeredAt when the last of them was answered; null where there is none to remember
 */
public record Mails(
        long details,
        int asked,
        @Nullable Instant toldAt,
        List<UUID> answered,
        @Nullable Instant answeredAt) {

    /** Enough for every honest slip, too few to pester somebody with. */
    public static final int MOST = 5;

    /** To somebody who has no address. */
    public static final Mails NONE = new Mails(1, 0, null, List.of(), null);

    public Mails {
        answered = List.copyOf(answered);
    }

    public static Mails first(@Nullable UUID request, Instant now) {
        return new Mails(1, 1, null, List.of(), null).answering(request, now);
    }

    public boolean exhausted() {
        return asked >= MOST;
    }

    public boolean answered(@Nullable UUID request) {
        return request != null && answered.contains(request);
    }

    public Mails oneMore() {
        return new Mails(details, asked + 1, toldAt, answered, answeredAt);
    }

    public Mails forNewDetails(@Nullable UUID request, Instant now) {
        return new Mails(details + 1, asked + 1, toldAt, answered, answeredAt).answering(request, now);
    }

    public Mails tellingTwice(@Nullable UUID request, Instant now) {
        return new Mails(details, asked + 1, now, answered, answeredAt).answering(request, now);
    }

    /** After a life that ended by its owner's own will the count begins anew. */
    public Mails forNewLife(@Nullable UUID request, Instant now) {
        return new Mails(details + 1, 1, null, List.of(), null).answering(request, now);
    }

    public Mails withoutRequests() {
        return new Mails(details, asked, toldAt, List.of(), null);
    }

    private Mails answering(@Nullable UUID request, Instant now) {
        if (request == null) {
            return this;
        }
        var more = new ArrayList<>(answered);
        more.add(request);
        return new Mails(details, asked, toldAt, more, now);
    }
}
