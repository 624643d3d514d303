@NullMarked
package org.clarion.letters.position;

import org.jspecify.annotations.NullMarked;
