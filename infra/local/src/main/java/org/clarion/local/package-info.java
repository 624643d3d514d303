/** The commands of {@code ./clarion}. */
@NullMarked
package org.clarion.local;

import org.jspecify.annotations.NullMarked;
