/** Who sits where in the House of Commons, by published files, and how that came to be. */
@NullMarked
package org.clarion.load.members;

import org.jspecify.annotations.NullMarked;
