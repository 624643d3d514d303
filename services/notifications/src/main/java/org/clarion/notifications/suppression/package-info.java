/** Addresses that get no more mail because a server said that they do not exist. */
@NullMarked
package org.clarion.notifications.suppression;

import org.jspecify.annotations.NullMarked;
