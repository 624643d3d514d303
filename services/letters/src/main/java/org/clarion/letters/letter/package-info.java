/** A letter: written on a page or by API, confirmed by mail, queued, sent, answered, withdrawn, forgotten. */
@NullMarked
package org.clarion.letters.letter;

import org.jspecify.annotations.NullMarked;
