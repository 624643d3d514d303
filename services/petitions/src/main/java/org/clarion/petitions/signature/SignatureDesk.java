package org.clarion.petitions.signature;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.clarion.actions.consent.UpdatesConsent;
import org.clarion.actions.link.ParticipationLinks.Opened;
import org.clarion.messaging.outbox.Change;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.signature.Signature.Status;
import org.clarion.petitions.signature.SignatureRefusal.Reason;
import org.springframework.stereotype.Component;

/** What the owner of an address does with a signature, each by a link from a mail. */
@Component
class SignatureDesk {

    private final SignatureLinks links;
    private final Signatures signatures;
    private final SignatureSettings settings;
    private final Clock clock;

    SignatureDesk(SignatureLinks links, Signatures signatures, SignatureSettings settings, Clock clock) {
        this.links = links;
        this.signatures = signatures;
        this.settings = settings;
        this.clock = clock;
    }

    void confirm(String slug, String token) {
        act(SignatureLink.CONFIRM, slug, token, opened -> {
            var now = clock.instant();
            if (!mayConfirm(opened)) {
                throw new SignatureRefusal(Reason.PETITION_CLOSED);
            }
            return signature -> signature.confirm(now);
        });
    }

    /** Whether a confirmation still counts, or counted already. */
    boolean mayConfirm(Opened<Petition, Signature> opened) {
        return opened.participation().status() == Status.CONFIRMED
                || opened.action().takesConfirmationsAt(clock.instant(), settings.graceAfterClose());
    }

    void disown(String slug, String token) {
        act(
                SignatureLink.NOT_ME,
                slug,
                token,
                opened -> signature -> signature.disown(settings.keptWithdrawn(), clock.instant()));
    }

    void withdraw(String slug, String token) {
        act(
                SignatureLink.WITHDRAW,
                slug,
                token,
                opened -> signature -> signature.withdraw(settings.keptWithdrawn(), clock.instant()));
    }

    void chooseUpdates(String slug, String token, boolean wanted) {
        act(
                SignatureLink.MANAGE,
                slug,
                token,
                opened -> signature -> signature.chooseUpdates(UpdatesConsent.change(wanted, clock.instant())));
    }

    private void act(
            SignatureLink link,
            String slug,
            String token,
            Function<Opened<Petition, Signature>, Function<Signature, Optional<? extends Change<Signature, ?>>>> deed) {
        var opened = links.open(link, slug, token);
        if (opened.expired()) {
            throw new SignatureRefusal(Reason.EXPIRED_LINK);
        }
        var decision = deed.apply(opened);
        var details = opened.participation().mails().details();
        signatures.change(opened.participation(), signature -> {
            if (signature.mails().details() != details) {
                throw new SignatureRefusal(Reason.UNKNOWN_LINK); // replaced while we were looking
            }
            return decision.apply(signature);
        });
    }
}
