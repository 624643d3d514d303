package org.clarion.letters.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.clarion.letters.letter.Likeness.Advice;
import org.junit.jupiter.api.Test;

class LikenessTests {

    private static final String TEMPLATE =
            "Please vote against clause 4. It takes away the right to ask a court to look again.";

    @Test
    void theTemplateItselfIsWhollyAlike() {
        assertThat(Likeness.of(TEMPLATE, TEMPLATE)).isEqualTo(new Likeness(100));
        assertThat(Likeness.of(TEMPLATE, TEMPLATE).advice()).isEqualTo(Advice.ALIKE);
    }

    @Test
    void caseSpacesAndPunctuationMakeNoDifference() {
        assertThat(Likeness.of("Don’t do it, please", "don't  DO it\n\nplease!"))
                .isEqualTo(new Likeness(100));
    }

    @Test
    void ownWordsAreTheirOwn() {
        var own = "I nurse at the hospital down the road, and I have seen what happens when nobody may ask twice.";
        assertThat(Likeness.of(TEMPLATE, own).percent()).isZero();
        assertThat(Likeness.of(TEMPLATE, own).advice()).isEqualTo(Advice.OWN);
    }

    @Test
    void aLongOwnPartOutweighsTheTemplateBelowIt() {
        var mixed = "My neighbour was evicted in March and only a court gave her the flat back. " + TEMPLATE;
        assertThat(Likeness.of(TEMPLATE, mixed).percent()).isBetween(40, 60);
        assertThat(Likeness.of(TEMPLATE, mixed).advice()).isEqualTo(Advice.MIXED);
    }

    @Test
    void aPartOfTheTemplateIsStillTheTemplate() {
        assertThat(Likeness.of(TEMPLATE, "Please vote against clause 4.")).isEqualTo(new Likeness(100));
    }

    @Test
    void fewWordsAndNoneAreNoTrouble() {
        assertThat(Likeness.of(TEMPLATE, "")).isEqualTo(new Likeness(0));
        assertThat(Likeness.of("", "Hello there")).isEqualTo(new Likeness(0));
        assertThat(Likeness.of("No thanks", "No thanks")).isEqualTo(new Likeness(100));
    }

    @Test
    void otherScriptsHaveWordsToo() {
        assertThat(Likeness.of("Пожалуйста голосуйте против этого", "пожалуйста, голосуйте против этого!"))
                .isEqualTo(new Likeness(100));
    }
}
