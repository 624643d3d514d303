@NullMarked
package org.clarion.messaging.outbox;

import org.jspecify.annotations.NullMarked;
