@NullMarked
package org.clarion.load;

import org.jspecify.annotations.NullMarked;
