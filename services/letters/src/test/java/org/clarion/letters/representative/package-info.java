@NullMarked
package org.clarion.letters.representative;

import org.jspecify.annotations.NullMarked;
