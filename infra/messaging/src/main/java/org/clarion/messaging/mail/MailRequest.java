package org.clarion.messaging.mail;

import org.clarion.messaging.envelope.Supporter;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one mail about an aggregate. Carries no address, no words and no link: notifications redeems the claim at
 * the owning service at the moment of sending.
 *
 * @param purpose why the mail is sent, such as {@code signature.confirm}; one mail per purpose, aggregate, version and recipient
 * @param template the words to use; mostly the same as the purpose
 * @param claim what the owner needs to find the mail's content again; never a token
 * @param recipient the pseudonym of who gets it; null for staff
 */
public record MailRequest(
        String purpose,
        String template,
        String claim,
        @Nullable Supporter recipient) {}
