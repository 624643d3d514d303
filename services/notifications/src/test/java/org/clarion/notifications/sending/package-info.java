@NullMarked
package org.clarion.notifications.sending;

import org.jspecify.annotations.NullMarked;
