@NullMarked
package org.clarion.letters.letter;

import org.jspecify.annotations.NullMarked;
