package org.clarion.petitions.signature;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clarion.petitions.petition.Petition;
import org.clarion.petitions.petition.Petitions;
import org.clarion.petitions.signature.SignatureRefusal.Reason;
import org.clarion.servicedefaults.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Takes signatures. Who signs for the first time, for the second time, or with somebody else's address gets the same
 * answer; what differs is the mail that follows.
 */
@Component
class SigningDesk {

    private static final int TRIES = 3;

    private final Petitions petitions;
    private final Signatures signatures;
    private final SignatureSettings settings;
    private final Clock clock;

    SigningDesk(Petitions petitions, Signatures signatures, SignatureSettings settings, Clock clock) {
        this.petitions = petitions;
        this.signatures = signatures;
        this.settings = settings;
        this.clock = clock;
    }

    /** The petition, if it can be signed now. */
    Petition petitionToSign(String slug) {
        var petition = petitions.published(slug).orElseThrow(() -> new SignatureRefusal(Reason.UNKNOWN_PETITION));
        var now = clock.instant();
        if (!petition.takesSignaturesAt(now)) {
            throw new SignatureRefusal(
                    petition.isYetToOpenAt(now) ? Reason.PETITION_NOT_OPEN_YET : Reason.PETITION_CLOSED);
        }
        return petition;
    }

    void sign(Submission submission) {
        var now = clock.instant();
        if (!submission.formerly().isEmpty() && signedAgain(submission, now)) {
            return;
        }
        for (int i = 1; ; i++) {
            try {
                signatures.add(Signature.submitted(Ids.next(), submission, settings.keptUnconfirmed(), now));
                return;
            } catch (DuplicateKeyException e) {
                // It may be forgotten between the two looks: then it can be added after all.
                if (signedAgain(submission, now)) {
                    return;
                }
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private boolean signedAgain(Submission submission, Instant now) {
        var signers = new ArrayList<>(submission.formerly());
        signers.add(submission.signer());
        var known = signatures.ofSigner(signers);
        known.ifPresent(signature ->
                signatures.change(signature, current -> current.submittedAgain(submission, settings, now)));
        return known.isPresent();
    }

    /** Sends the mail to confirm once more, where there is something to confirm. */
    void resend(UUID signer) {
        signatures
                .ofSigner(List.of(signer))
                .ifPresent(signature -> signatures.change(
                        signature, current -> current.askedAgain(settings.manageWithin(), clock.instant())));
    }
}
