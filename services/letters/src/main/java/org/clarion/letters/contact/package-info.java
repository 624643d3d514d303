/** How somebody who is written to can be reached: what a source says, what staff say, and what came back. */
@NullMarked
package org.clarion.letters.contact;

import org.jspecify.annotations.NullMarked;
