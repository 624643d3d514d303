/** Holds what a platform did against what is true. */
@NullMarked
package org.clarion.load.proof;

import org.jspecify.annotations.NullMarked;
