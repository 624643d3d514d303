@NullMarked
package org.clarion.notifications.bounce;

import org.jspecify.annotations.NullMarked;
