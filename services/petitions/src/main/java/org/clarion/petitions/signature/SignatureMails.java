package org.clarion.petitions.signature;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clarion.messaging.mail.MailAnswer;
import org.clarion.messaging.mail.MailClaim;
import org.clarion.messaging.mail.MailOwner;
import org.clarion.pageshell.Organisation;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.Petitions;
import org.clarion.petitions.signature.Signature.Status;
import org.clarion.servicedefaults.PublicUrl;
import org.springframework.stereotype.Component;

/** Says, when a mail about a signature is about to leave, whether it is still wanted, to whom it goes and what it says. */
@Component
class SignatureMails implements MailOwner {

    private final Signatures signatures;
    private final Petitions petitions;
    private final SignatureLinks links;
    private final SignatureSettings settings;
    private final PublicUrl site;
    private final Organisation organisation;
    private final Clock clock;

    SignatureMails(
            Signatures signatures,
            Petitions petitions,
            SignatureLinks links,
            SignatureSettings settings,
            PublicUrl site,
            Organisation organisation,
            Clock clock) {
        this.signatures = signatures;
        this.petitions = petitions;
        this.links = links;
        this.settings = settings;
        this.site = site;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public List<MailAnswer> redeem(List<MailClaim> claims) {
        var found = signatures.byId(claims.stream().map(MailClaim::aggregate).toList());
        var about = petitions.remembered(
                found.values().stream().map(Signature::petition).collect(Collectors.toSet()));
        return claims.stream()
                .map(claim -> answer(claim, found.get(claim.aggregate()), about))
                .toList();
    }

    private MailAnswer answer(
            MailClaim claim, @org.jspecify.annotations.Nullable Signature signature, Map<UUID, Petition> about) {
        var petition = signature == null ? null : about.get(signature.petition());
        if (signature == null || petition == null || !isWanted(claim, signature, petition)) {
            return MailAnswer.noLongerNeeded(claim.mail());
        }
        var by = signature.details().by();
        if (by == null) {
            return MailAnswer.noLongerNeeded(claim.mail());
        }
        return MailAnswer.send(
                claim.mail(),
                by.email(),
                by.name(),
                signature.details().language(),
                Map.of(
                        "petition", petition.text().title(),
                        "charity", organisation.name(),
                        "hours", Long.toString(settings.confirmWithin().toHours())),
                links(claim, petition, signature));
    }

    private boolean isWanted(MailClaim claim, Signature signature, Petition petition) {
        if (!claim.claim().equals(signature.claim())) {
            return false; // the details have been replaced since, and another mail was asked for
        }
        return switch (claim.purpose()) {
            case Signature.CONFIRM_MAIL ->
                signature.status() == Status.AWAITING_CONFIRMATION
                        && petition.takesConfirmationsAt(clock.instant(), settings.graceAfterClose());
            case Signature.ALREADY_SIGNED_MAIL -> signature.status() == Status.CONFIRMED;
            default -> false;
        };
    }

    private Map<String, String> links(MailClaim claim, Petition petition, Signature signature) {
        return claim.purpose().equals(Signature.CONFIRM_MAIL)
                ? Map.of(
                        "confirm", link(SignatureLink.CONFIRM, petition, signature),
                        "notMe", link(SignatureLink.NOT_ME, petition, signature),
                        "manage", link(SignatureLink.MANAGE, petition, signature))
                : Map.of("manage", link(SignatureLink.MANAGE, petition, signature));
    }

    private String link(SignatureLink link, Petition petition, Signature signature) {
        return site.to(links.path(link, petition, signature)).toString();
    }
}
