package org.clarion.letters.action;

import java.util.UUID;
import org.clarion.servicedefaults.WireNamed;
import org.jspecify.annotations.Nullable;

/**
 * Who a supporter's letters go to.
 *
 * @param representative whether the supporter's own MP is written to
 * @param list the target list that is written to as well, or instead; null for none
 * @param choice who of the list is written to
 */
public record Addressing(boolean representative, @Nullable UUID list, Choice choice) {

    public enum Choice implements WireNamed {
        /** The supporter picks one or several. */
        CHOOSE,
        ALL,
        /** One, drawn anew for each supporter. */
        RANDOM
    }

    /** @throws IllegalArgumentException when nobody is written to */
    public Addressing {
        if (!representative && list == null) {
            throw new IllegalArgumentException("a letter to nobody");
        }
    }

    public static Addressing ownMp() {
        return new Addressing(true, null, Choice.CHOOSE);
    }
}
