package org.clarion.load.run;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.clarion.load.people.Parties;
import org.clarion.load.people.Party;
import org.clarion.load.people.Party.OnOffer;
import org.clarion.load.platform.Gathering;
import org.clarion.load.platform.Visitor;
import org.clarion.load.platform.Visitor.ComeBack;

/** People register for one gathering, each once, and do by the links in their mails what they mean to do. */
public final class Registering {

    private static final String PATH = "/events/[^/\\s<>\"]+/%s/[\\w.-]*\\w";
    private static final String SITE = "https?://[^/\\s<>\"]+";
    private static final Pattern CONFIRM = Pattern.compile(SITE + PATH.formatted("confirm"));
    private static final Pattern MANAGE = Pattern.compile(SITE + PATH.formatted("manage"));
    private static final Pattern OFFER = Pattern.compile(SITE + PATH.formatted("offer"));
    private static final Pattern CANCEL = Pattern.compile(PATH.formatted("cancel"));

    /** Few have to do with offers, or cancel at the same time. */
    private static final int FEW = 4;

    private final Visitors visitors;
    private final Gathering gathering;
    private final Parties parties;
    private final Map<String, Long> came = new ConcurrentHashMap<>();
    private final LongAdder accepted = new LongAdder();

    public Registering(Visitors visitors, Gathering gathering, Parties parties) {
        this.visitors = visitors;
        this.gathering = gathering;
        this.parties = parties;
    }

    /** Everybody confirms; as {@link Following#Following}. */
    public Following confirming(Path mail, int people, Failure failure) {
        return following(mail, CONFIRM, (visitor, _, link) -> visitor.follow(link), people, failure);
    }

    /** Who wants to cancel does so by the first mail that says how they stand. */
    public Following cancelling(Path mail, Failure failure) {
        return following(
                mail,
                MANAGE,
                (visitor, recipient, link) -> {
                    if (party(recipient).cancels()) {
                        cancel(visitor, link);
                    }
                },
                FEW,
                failure);
    }

    /** What has become free is taken, declined or left. */
    public Following answering(Path mail, Failure failure) {
        return following(
                mail,
                OFFER,
                (visitor, recipient, link) -> {
                    var party = party(recipient);
                    switch (party.cancels() ? OnOffer.LEAVE : party.onOffer()) {
                        case TAKE -> visitor.follow(link);
                        case DECLINE -> cancel(visitor, link);
                        case LEAVE -> {}
                    }
                },
                FEW,
                failure);
    }

    private Following following(Path mail, Pattern link, Following.Deed deed, int people, Failure failure) {
        return new Following(mail, parties.addresses(), link, deed, visitors, people, failure);
    }

    /** By the link on a page of theirs. A page without one says that it is done. */
    private static void cancel(Visitor visitor, URI page) throws ComeBack {
        var link = visitor.find(CANCEL, page);
        if (link.isPresent()) {
            visitor.follow(link.get());
        }
    }

    private Party party(String email) {
        return Objects.requireNonNull(parties.byEmail().get(email), "somebody else's mail");
    }

    /** @param due when they come, as {@link System#nanoTime()} */
    public void register(Party party, long due) {
        came.put(party.email(), due);
        var signer = party.signer();
        var registration = new LinkedHashMap<String, Object>();
        registration.put("name", signer.name());
        registration.put("email", signer.email());
        registration.put("heads", party.heads());
        registration.put("language", "en");
        registration.put("consent", Map.of("updates", signer.updates(), "wording", gathering.consentWording()));
        registration.put("source", signer.source());
        var attempt = UUID.nameUUIDFromBytes(signer.email().getBytes(StandardCharsets.UTF_8));
        visitors.send(visitor -> visitor.submit(
                "/api/gatherings/%s/registrations".formatted(gathering.slug()), registration, attempt.toString()));
        accepted.increment();
    }

    public long accepted() {
        return accepted.sum();
    }

    /** When each of them came, by mail address. */
    public Map<String, Long> came() {
        return Map.copyOf(came);
    }
}
