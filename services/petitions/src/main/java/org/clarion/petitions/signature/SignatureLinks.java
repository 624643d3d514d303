package org.clarion.petitions.signature;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.Petitions;
import org.clarion.petitions.signature.Signature.Status;
import org.clarion.petitions.signature.SignatureRefusal.Reason;
import org.clarion.supporters.LinkTokens;
import org.clarion.supporters.LinkTokens.Link;
import org.clarion.supporters.LinkTokens.Link.Verdict;
import org.springframework.stereotype.Component;

/** Makes the links of a signature and opens them again. */
@Component
class SignatureLinks {

    /**
     * What a link leads to.
     *
     * @param expired ours, but too late to act on
     */
    record Opened(Petition petition, Signature signature, boolean expired) {}

    private static final long NO_VERSION = 0;

    private final LinkTokens tokens;
    private final Petitions petitions;
    private final Signatures signatures;
    private final SignatureSettings settings;
    private final Clock clock;

    SignatureLinks(
            LinkTokens tokens, Petitions petitions, Signatures signatures, SignatureSettings settings, Clock clock) {
        this.tokens = tokens;
        this.petitions = petitions;
        this.signatures = signatures;
        this.settings = settings;
        this.clock = clock;
    }

    /** The address of a link, from the root of the site. */
    String path(SignatureLink link, Petition petition, Signature signature) {
        return path(link, petition, signature.id(), signature.mails().details());
    }

    /** The address of the page that follows signing. The same for everybody who signs with an address, signed before or not. */
    String sentPath(Petition petition, UUID signer) {
        return path(SignatureLink.SENT, petition, signer, NO_VERSION);
    }

    private String path(SignatureLink link, Petition petition, UUID id, long version) {
        var token = tokens.token(id, link, version, clock.instant().plus(lifetime(link)));
        return "/petitions/" + petition.slug() + "/" + link.path() + "/" + token;
    }

    private Duration lifetime(SignatureLink link) {
        return switch (link) {
            case CONFIRM, SENT -> settings.confirmWithin();
            case NOT_ME, MANAGE, WITHDRAW -> settings.manageWithin();
        };
    }

    /** @throws SignatureRefusal if the link is not ours, has been replaced by a later one, or what it led to is gone */
    Opened open(SignatureLink link, String slug, String token) {
        var petition = petition(slug);
        var opened = opened(link, token);
        var signature = signatures
                .find(opened.id())
                .filter(found -> found.petition().equals(petition.id()) && found.status() != Status.EXPIRED)
                .orElseThrow(() -> new SignatureRefusal(Reason.UNKNOWN_LINK));
        return switch (opened.verify(signature.mails().details(), clock.instant())) {
            case GENUINE -> new Opened(petition, signature, false);
            case EXPIRED -> new Opened(petition, signature, true);
            case FOREIGN -> throw new SignatureRefusal(Reason.UNKNOWN_LINK);
        };
    }

    /** The signer that a link of the page after signing leads to. */
    UUID openSent(String token) {
        var opened = opened(SignatureLink.SENT, token);
        if (opened.verify(NO_VERSION, clock.instant()) != Verdict.GENUINE) {
            throw new SignatureRefusal(Reason.UNKNOWN_LINK);
        }
        return opened.id();
    }

    Petition petition(String slug) {
        return petitions.published(slug).orElseThrow(() -> new SignatureRefusal(Reason.UNKNOWN_PETITION));
    }

    private Link opened(SignatureLink link, String token) {
        return tokens.open(token)
                .filter(found -> found.isFor(link))
                .orElseThrow(() -> new SignatureRefusal(Reason.UNKNOWN_LINK));
    }
}
