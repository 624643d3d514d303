@NullMarked
package org.clarion.letters.delivery;

import org.jspecify.annotations.NullMarked;
