package org.clarion.messaging.mail;

import java.util.UUID;

/**
 * A claim as notifications redeems it at the owner.
 *
 * @param mail identity of the mail, to pair the answer with the claim
 * @param aggregate the aggregate that asked
 * @param version its version when it asked
 */
public record MailClaim(UUID mail, String purpose, UUID aggregate, long version, String claim) {}
