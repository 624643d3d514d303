package org.clarion.petitions.signature;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clarion.actions.link.ParticipationLinks;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.Petitions;
import org.clarion.petitions.signature.Signature.Status;
import org.clarion.petitions.signature.SignatureRefusal.Reason;
import org.clarion.supporters.LinkTokens;
import org.springframework.stereotype.Component;

/** The links of signatures. */
@Component
class SignatureLinks extends ParticipationLinks<Petition, Signature, SignatureLink> {

    private final Petitions petitions;
    private final Signatures signatures;
    private final SignatureSettings settings;

    SignatureLinks(
            LinkTokens tokens, Petitions petitions, Signatures signatures, SignatureSettings settings, Clock clock) {
        super("/petitions/", SignatureLink.SENT, tokens, clock);
        this.petitions = petitions;
        this.signatures = signatures;
        this.settings = settings;
    }

    @Override
    protected Optional<Petition> published(String slug) {
        return petitions.published(slug);
    }

    @Override
    protected Optional<Signature> find(UUID id, Petition petition) {
        return signatures
                .find(id)
                .filter(found -> found.petition().equals(petition.id()) && found.status() != Status.EXPIRED);
    }

    @Override
    protected Instant expiry(SignatureLink link, Petition petition, Instant now) {
        return switch (link) {
            case CONFIRM, SENT -> now.plus(settings.confirmWithin());
            case NOT_ME, MANAGE, WITHDRAW -> now.plus(settings.manageWithin());
        };
    }

    @Override
    protected SignatureRefusal unknownAction() {
        return new SignatureRefusal(Reason.UNKNOWN_PETITION);
    }

    @Override
    protected SignatureRefusal unknownLink() {
        return new SignatureRefusal(Reason.UNKNOWN_LINK);
    }
}
