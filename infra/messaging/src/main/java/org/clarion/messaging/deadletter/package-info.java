/** Records that a listener of this service could not read, for staff to look at and hand to that listener again. */
@NullMarked
package org.clarion.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
