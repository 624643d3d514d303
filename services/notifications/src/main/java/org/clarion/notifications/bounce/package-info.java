/** What comes back: bounce messages, by the return path that only we can have made. */
@NullMarked
package org.clarion.notifications.bounce;

import org.jspecify.annotations.NullMarked;
