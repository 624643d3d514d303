/** Who represents whom, and letters to them: from a postcode to an answer. */
@NullMarked
package org.clarion.letters;

import org.jspecify.annotations.NullMarked;
