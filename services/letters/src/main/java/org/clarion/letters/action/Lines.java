package org.clarion.letters.action;

import java.util.List;
import org.clarion.pageshell.FormFields;
import org.jspecify.annotations.Nullable;

/** A field that takes one thing a line. */
final class Lines {

    private Lines() {}

    static List<String> of(@Nullable String typed) {
        return FormFields.said(typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
