@NullMarked
package org.clarion.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
