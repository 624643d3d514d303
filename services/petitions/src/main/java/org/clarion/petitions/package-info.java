/** Petitions and the signatures under them: from a draft to the hand-in, from a form to a counted name. */
@NullMarked
package org.clarion.petitions;

import org.jspecify.annotations.NullMarked;
