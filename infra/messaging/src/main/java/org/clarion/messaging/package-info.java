/** How services speak to each other: what every message looks like, how it leaves and how it is read. */
@NullMarked
package org.clarion.messaging;

import org.jspecify.annotations.NullMarked;
