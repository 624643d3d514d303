/** Counts every participation of every kind of action into {@code total.v1}, by Kafka Streams, generation by generation. */
@NullMarked
package org.clarion.campaigns.totals;

import org.jspecify.annotations.NullMarked;
