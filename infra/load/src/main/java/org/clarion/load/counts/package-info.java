/** How many sign where: what a file says, scaled, and compared with what the platform counted. */
@NullMarked
package org.clarion.load.counts;

import org.jspecify.annotations.NullMarked;
