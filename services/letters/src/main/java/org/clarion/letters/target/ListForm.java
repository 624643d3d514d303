package org.clarion.letters.target;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param version of the list when the form was shown; empty for a new one */
record ListForm(
        @NotBlank(message = "{staff.list.name.missing}") @Size(max = 100, message = "{staff.list.name.long}") @Nullable String name,

        @Size(max = 500, message = "{staff.list.about.long}") @Nullable String about,

        @Nullable String version) {

    static ListForm empty() {
        return new ListForm(null, null, null);
    }

    static ListForm of(TargetList list) {
        return new ListForm(list.name(), list.about(), String.valueOf(list.version()));
    }
}
