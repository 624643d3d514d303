package org.clarion.notifications.mail;

import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail has not been sent.
 *
 * @param reply the mail server's reply code, such as {@code 550 5.1.1}; its words are left out, because they may name the address
 */
public record Trouble(Reason reason, @Nullable String reply) {

    public enum Reason implements WireNamed {
        /** The owner wants it sent later. */
        OWNER_LATER,
        /** The owner cannot read the claim. */
        OWNER_REFUSES,
        /** There are no words for this template. */
        NO_TEMPLATE,
        /** The owner's answer lacks something that the words need. */
        WORDS_INCOMPLETE,
        /** The address has had its mails for today. */
        DAILY_LIMIT,
        /** The recipient's server refuses it for now. */
        REFUSED_FOR_NOW,
        /** The recipient's server has refused it for days. */
        GAVE_UP,
        /** There is no such address. */
        ADDRESS_REFUSED,
        /** The recipient's server does not want this mail. */
        MAIL_REFUSED,
        /** What the owner gave is no mail address. */
        NO_ADDRESS,
        /** The address is on the suppression list. */
        ADDRESS_SUPPRESSED,
        /** It may have been sent: the connection ended at the last moment. */
        IN_DOUBT
    }

    public static Trouble of(Reason reason) {
        return new Trouble(reason, null);
    }
}
