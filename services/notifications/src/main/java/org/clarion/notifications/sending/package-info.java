/** From the queue to the mail server: leases, claims, delivery. */
@NullMarked
package org.clarion.notifications.sending;

import org.jspecify.annotations.NullMarked;
