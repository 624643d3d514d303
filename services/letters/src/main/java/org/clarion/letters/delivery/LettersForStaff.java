package org.clarion.letters.delivery;

import org.clarion.letters.letter.Letters;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Tells staff on each of their pages of letters how many wait for a decision of theirs. */
@ControllerAdvice
class LettersForStaff {

    private final Letters letters;

    LettersForStaff(Letters letters) {
        this.letters = letters;
    }

    /** Counted only where a page shows it. */
    @ModelAttribute("lettersForStaff")
    LazyContextVariable<Long> count() {
        return new LazyContextVariable<>() {
            @Override
            protected Long loadValue() {
                return letters.waitingForStaff();
            }
        };
    }
}
