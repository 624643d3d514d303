/** What may come in at all: size, depth and characters, before any feature sees it. */
@NullMarked
package org.clarion.servicedefaults.input;

import org.jspecify.annotations.NullMarked;
