package org.clarion.registrations.gathering;

import java.util.List;
import java.util.Objects;
import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;

/**
 * Who may come.
 *
 * @param approval whether staff decide on each application
 * @param guests how many somebody may bring along
 * @param codes what invited people type in, each good for one registration
 * @param lastQuestion the largest number that any question has had, those taken away included
 */
public record Admission(
        Visibility visibility,
        boolean approval,
        int guests,
        List<Question> questions,
        List<String> codes,
        @Nullable Integer lastQuestion) {

    public enum Visibility implements WireNamed {
        /** In lists and feeds. */
        PUBLIC,
        /** For whoever knows the address. */
        UNLISTED,
        /** For whoever knows the address and has a code. */
        INVITATION
    }

    /** A party of 50 with its head: more is a group to talk to. */
    public static final int LARGEST_PARTY = 50;

    static final int MOST_GUESTS = LARGEST_PARTY - 1;

    static final int MOST_CODES = 1000;

    public Admission {
        questions = List.copyOf(questions);
        codes = List.copyOf(codes);
        if (guests < 0 || guests > MOST_GUESTS) {
            throw new IllegalArgumentException("no number of guests: " + guests);
        }
        if (codes.size() > MOST_CODES) {
            throw new IllegalArgumentException("more codes than " + MOST_CODES);
        }
        lastQuestion = questions.stream()
                .mapToInt(Question::number)
                .reduce(Objects.requireNonNullElse(lastQuestion, 0), Math::max);
    }

    public Admission(
            Visibility visibility, boolean approval, int guests, List<Question> questions, List<String> codes) {
        this(visibility, approval, guests, questions, codes, null);
    }

    /** The largest party: who registers, and their guests. */
    public int largestParty() {
        return 1 + guests;
    }

    public boolean isByInvitation() {
        return visibility == Visibility.INVITATION;
    }
}
