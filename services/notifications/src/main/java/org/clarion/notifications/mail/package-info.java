/** A mail from the request to its end: its states and the queue that all of them form. */
@NullMarked
package org.clarion.notifications.mail;

import org.jspecify.annotations.NullMarked;
