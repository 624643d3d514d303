/** The queue as staff and {@code clarion status} see it. */
@NullMarked
package org.clarion.notifications.queue;

import org.jspecify.annotations.NullMarked;
