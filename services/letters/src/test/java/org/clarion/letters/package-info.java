@NullMarked
package org.clarion.letters;

import org.jspecify.annotations.NullMarked;
