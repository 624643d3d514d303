/** What the messaging of a service says about its state: broker, topics, listeners, outbox. */
@NullMarked
package org.clarion.messaging.health;

import org.jspecify.annotations.NullMarked;
