@NullMarked
package org.clarion.notifications.allowance;

import org.jspecify.annotations.NullMarked;
