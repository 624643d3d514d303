package org.clarion.supporters;

import java.time.Instant;

/**
 * One choice of a supporter, kept for good beside those before it.
 *
 * @param purpose what for, such as {@code updates}
 * @param channel by what way, such as {@code email}
 * @param wording id of the words that were shown
 */
public record ConsentChoice(String purpose, String channel, Choice choice, Basis basis, String wording, Instant at) {

    public enum Choice {
        GIVEN,
        /** Was asked, and did not tick. */
        NOT_GIVEN,
        /** Said no, which holds for all that was said before. */
        WITHDRAWN,
        /** Gave up what they had said yes with; says nothing about any other yes. */
        ENDED
    }

    /** The ground under UK data protection law on which the purpose rests. */
    public enum Basis {
        CONSENT,
        LEGITIMATE_INTEREST,
        /** Regulation 22 of PECR, for charities since 2025. */
        SOFT_OPT_IN
    }
}
