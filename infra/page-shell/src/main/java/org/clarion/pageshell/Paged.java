package org.clarion.pageshell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, with the ways to those beside it, for {@code shell/parts :: pages}.
 *
 * @param number of the page, from 1
 * @param total how many rows the whole list has; null where nobody has counted
 * @param before a link; null on the first page
 * @param after a link; null on the last page
 */
public record Paged<T>(
        List<T> rows,
        int number,
        @Nullable Long total,
        @Nullable String before,
        @Nullable String after) {

    /** The place of the first row in the whole list, from 1. */
    public long first() {
        return (number - 1L) * Paging.ROWS + 1;
    }

    /** The place of the last row in the whole list. */
    public long last() {
        return first() + rows.size() - 1;
    }

    /** The same page, with its rows as they are shown. */
    public <R> Paged<R> with(List<R> shown) {
        return new Paged<>(shown, number, total, before, after);
    }
}
