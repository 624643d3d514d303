/** How petitions stand, for everybody: the list of them, the number that moves, the API. */
@NullMarked
package org.clarion.petitions.progress;

import org.jspecify.annotations.NullMarked;
