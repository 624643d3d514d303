@NullMarked
package org.clarion.messaging.listening;

import org.jspecify.annotations.NullMarked;
