/** Aggregates saved together with the events they cause, and the relay that sends those events. */
@NullMarked
package org.clarion.messaging.outbox;

import org.jspecify.annotations.NullMarked;
