@NullMarked
package org.clarion.letters.target;

import org.jspecify.annotations.NullMarked;
