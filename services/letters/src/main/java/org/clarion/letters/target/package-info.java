/** Who is written to: a seat of the Commons, whoever holds it, or an entry of a list that staff keep. */
@NullMarked
package org.clarion.letters.target;

import org.jspecify.annotations.NullMarked;
