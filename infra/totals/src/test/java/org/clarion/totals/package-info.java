/** Tests of the reader of totals. */
@NullMarked
package org.clarion.totals;

import org.jspecify.annotations.NullMarked;
