package org.clarion.registrations.gathering;

import org.jspecify.annotations.Nullable;

/**
 * How many heads there is room for, by mode.
 *
 * @param inPerson null where nobody counts; in a session, null for as many as the gathering says
 * @param online the same for those who take part from elsewhere
 */
public record Capacity(@Nullable Integer inPerson, @Nullable Integer online) {

    public static final Capacity UNLIMITED = new Capacity(null, null);

    static final int MOST = 100_000;

    public Capacity {
        check(inPerson);
        check(online);
    }

    public @Nullable Integer in(Mode mode) {
        return switch (mode) {
            case IN_PERSON -> inPerson;
            case ONLINE -> online;
        };
    }

    private static void check(@Nullable Integer heads) {
        if (heads != null && (heads < 0 || heads > MOST)) {
            throw new IllegalArgumentException("no capacity: " + heads);
        }
    }
}
