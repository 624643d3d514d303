/** Who comes: from a form to a ticket, or to a fair place in the queue, and back by one link. */
@NullMarked
package org.clarion.registrations.registration;

import org.jspecify.annotations.NullMarked;
