/** Reading from Kafka: nothing is skipped, an outage is waited out, a bad record is parked. */
@NullMarked
package org.clarion.messaging.listening;

import org.jspecify.annotations.NullMarked;
