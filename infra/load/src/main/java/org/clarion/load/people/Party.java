package org.clarion.load.people;

/**
 * Somebody who registers, with those whom they bring along.
 *
 * @param heads how many they are together
 * @param cancels whether they change their mind as soon as they hear how they stand
 * @param onOffer what they do with a place that becomes free for them
 */
public record Party(Signer signer, int heads, boolean cancels, OnOffer onOffer) {

    public enum OnOffer {
        TAKE,
        /** Cancel, so that it goes to the next. */
        DECLINE,
        /** Do nothing: it is kept for hours. */
        LEAVE
    }

    public String email() {
        return signer.email();
    }
}
