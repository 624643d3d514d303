/** The figures of {@code total.v1}, kept in the own store of each service that shows them (design rule 6). */
@NullMarked
package org.clarion.totals;

import org.jspecify.annotations.NullMarked;
