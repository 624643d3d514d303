package org.clarion.actions.link;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clarion.actions.store.Action;
import org.clarion.servicedefaults.problems.Refusal;
import org.clarion.supporters.LinkPurpose;
import org.clarion.supporters.LinkTokens;
import org.clarion.supporters.LinkTokens.Link;
import org.clarion.supporters.LinkTokens.Link.Verdict;

/**
 * Makes the links of what supporters have done in actions of one kind, and opens them again:
 * {@code /petitions/<slug>/confirm/<token>}.
 *
 * @param <A> the kind of action
 * @param <P> what supporters do there
 * @param <L> what links are for
 */
public abstract class ParticipationLinks<A extends Action, P extends Participation, L extends LinkPurpose> {

    /**
     * What a link leads to.
     *
     * @param expired ours, but too late to act on
     */
    public record Opened<A extends Action, P extends Participation>(A action, P participation, boolean expired) {}

    private static final long NO_VERSION = 0;

    private final String folder;
    private final L sent;
    private final LinkTokens tokens;
    private final Clock clock;

    /**
     * @param folder where the actions are, from the root of the site: {@code /petitions/}
     * @param sent for the page that follows taking part, whose links say nothing about whether somebody has
     */
    protected ParticipationLinks(String folder, L sent, LinkTokens tokens, Clock clock) {
        this.folder = folder;
        this.sent = sent;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** An action that everybody may see. */
    protected abstract Optional<A> published(String slug);

    /** What a link may lead to: nothing that has expired, nor what was done elsewhere. */
    protected abstract Optional<P> find(UUID id, A action);

    /** When a link that is made now ends. */
    protected abstract Instant expiry(L link, A action, Instant now);

    protected abstract Refusal unknownAction();

    protected abstract Refusal unknownLink();

    /** @throws Refusal if there is none that everybody may see */
    public final A action(String slug) {
        return published(slug).orElseThrow(this::unknownAction);
    }

    /** The address of a link, from the root of the site. */
    public final String path(L link, A action, P participation) {
        return path(link, action, participation.id(), participation.addressVersion());
    }

    /** The address of the page that follows taking part. The same for everybody with an address, there before or not. */
    public final String sentPath(A action, UUID participant) {
        return path(sent, action, participant, NO_VERSION);
    }

    private String path(L link, A action, UUID id, long version) {
        return path(link, action.slug(), tokens.token(id, link, version, expiry(link, action, clock.instant())));
    }

    /** The address of a link that somebody has come by. */
    public final String path(L link, String slug, String token) {
        return folder + slug + "/" + link.path() + "/" + token;
    }

    /** @throws Refusal if the link is not ours, has been replaced by a later one, or what it led to is gone */
    public final Opened<A, P> open(L link, String slug, String token) {
        var action = action(slug);
        var read = read(link, token);
        var participation = find(read.id(), action).orElseThrow(this::unknownLink);
        return switch (read.verify(participation.addressVersion(), clock.instant())) {
            case GENUINE -> new Opened<>(action, participation, false);
            case EXPIRED -> new Opened<>(action, participation, true);
            case FOREIGN -> throw unknownLink();
        };
    }

    /**
     * Whoever the page after taking part belongs to.
     *
     * @throws Refusal if the link is not ours, or too old
     */
    public final UUID openSent(String token) {
        var read = read(sent, token);
        if (read.verify(NO_VERSION, clock.instant()) != Verdict.GENUINE) {
            throw unknownLink();
        }
        return read.id();
    }

    private Link read(L link, String token) {
        return tokens.open(token).filter(found -> found.isFor(link)).orElseThrow(this::unknownLink);
    }
}
