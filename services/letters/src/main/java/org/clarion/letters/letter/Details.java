package org.clarion.letters.letter;

import java.util.List;
import org.clarion.letters.target.Target;
import org.clarion.supporters.ConsentChoice;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in. While a letter awaits confirmation the last submission replaces it whole.
 *
 * @param sender null once forgotten
 * @param text null once deleted
 * @param shown who was behind the target when the letter was written; null where nobody was
 * @param also the other targets of the same submission; each becomes a letter of its own once this one is confirmed
 * @param constituency code of where the supporter lives; null where it is not known
 * @param country ISO 3166
 * @param language BCP 47 tag in which to write to them
 * @param source where they came from
 * @param variant of the action's wording, as a dimension; {@link #BASIC} for the basic one
 * @param choice the choice about updates that counts once the letter is confirmed; null where none was asked or it counts already
 */
public record Details(
        @Nullable Sender sender,
        @Nullable Written text,
        @Nullable Addressee shown,
        List<Also> also,
        @Nullable String constituency,
        String country,
        String language,
        String source,
        String variant,
        @Nullable ConsentChoice choice) {

    /** The name of the basic wording among the variants. */
    public static final String BASIC = "basic";

    /** A further target of a submission. */
    public record Also(Target target, @Nullable Addressee shown) {}

    public Details {
        also = List.copyOf(also);
    }

    boolean saysTheSameAs(Details other) {
        return withoutChoice().equals(other.withoutChoice())
                && (choice == null
                        ? other.choice == null
                        : other.choice != null && choice.choice() == other.choice.choice());
    }

    Details with(Written changed) {
        return new Details(sender, changed, shown, also, constituency, country, language, source, variant, choice);
    }

    Details shownTo(@Nullable Addressee person) {
        return new Details(sender, text, person, also, constituency, country, language, source, variant, choice);
    }

    Details withoutText() {
        return new Details(sender, null, shown, also, constituency, country, language, source, variant, choice);
    }

    Details withoutChoice() {
        return new Details(sender, text, shown, also, constituency, country, language, source, variant, null);
    }

    Details erased() {
        return new Details(null, null, null, List.of(), constituency, country, language, source, variant, null);
    }

    /** What a letter to one of the other targets of the same submission holds. */
    Details forSibling(@Nullable Addressee shown) {
        return withoutChoice().to(shown, List.of());
    }

    Details to(@Nullable Addressee shown, List<Also> others) {
        return new Details(sender, text, shown, others, constituency, country, language, source, variant, choice);
    }
}
