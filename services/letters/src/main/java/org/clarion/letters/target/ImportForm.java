package org.clarion.letters.target;

import org.jspecify.annotations.Nullable;

/**
 * A table that was pasted.
 *
 * @param remove whether those who are not in it go off the list
 */
record ImportForm(@Nullable String table, @Nullable Boolean remove) {

    static ImportForm empty() {
        return new ImportForm(null, null);
    }

    ListImport read() {
        return ListImport.read(table == null ? "" : table, Boolean.TRUE.equals(remove));
    }
}
