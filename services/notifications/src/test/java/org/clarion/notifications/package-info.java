@NullMarked
package org.clarion.notifications;

import org.jspecify.annotations.NullMarked;
