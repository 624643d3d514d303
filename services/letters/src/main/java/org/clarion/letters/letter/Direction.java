package org.clarion.letters.letter;

import java.util.List;
import org.clarion.letters.action.LetterText;
import org.clarion.letters.action.Wording;
import org.clarion.letters.letter.Details.Also;
import org.clarion.letters.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * Who is written to, and with which words it begins.
 *
 * @param to at least one, the supporter's own MP first
 * @param drawn whether chance chose one of them
 * @param seat code of the supporter's constituency; null where only a list is written to and it is not known
 * @param text the version of the action's text
 */
record Direction(List<Also> to, boolean drawn, @Nullable String seat, LetterText text, Wording wording) {

    Direction {
        to = List.copyOf(to);
    }

    List<Target> targets() {
        return to.stream().map(Also::target).toList();
    }
}
