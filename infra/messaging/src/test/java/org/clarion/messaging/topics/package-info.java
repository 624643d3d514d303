@NullMarked
package org.clarion.messaging.topics;

import org.jspecify.annotations.NullMarked;
