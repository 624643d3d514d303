/** Who represents whom: seats of the House of Commons, their members, and since when and until when. */
@NullMarked
package org.clarion.letters.representative;

import org.jspecify.annotations.NullMarked;
