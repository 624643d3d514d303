@NullMarked
package org.clarion.notifications.queue;

import org.jspecify.annotations.NullMarked;
