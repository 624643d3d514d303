@NullMarked
package org.clarion.letters.sheet;

import org.jspecify.annotations.NullMarked;
