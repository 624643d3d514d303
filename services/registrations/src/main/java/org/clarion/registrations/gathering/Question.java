package org.clarion.registrations.gathering;

import java.util.List;
import org.clarion.servicedefaults.WireNamed;

/**
 * Something that those who register are asked.
 *
 * @param number its name within the gathering, from 1; never given twice, because answers are kept by it
 * @param options what can be chosen from; empty for the kinds that are typed
 */
public record Question(int number, Kind kind, String text, boolean required, List<String> options) {

    public enum Kind implements WireNamed {
        TEXT,
        CHOICE,
        SEVERAL,
        NUMBER;

        boolean hasOptions() {
            return this == CHOICE || this == SEVERAL;
        }
    }

    public Question {
        options = List.copyOf(options);
        if (kind.hasOptions() != !options.isEmpty()) {
            throw new IllegalArgumentException("a question of kind " + kind + " with " + options.size() + " options");
        }
    }
}
