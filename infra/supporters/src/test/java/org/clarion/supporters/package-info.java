@NullMarked
package org.clarion.supporters;

import org.jspecify.annotations.NullMarked;
