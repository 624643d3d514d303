@NullMarked
package org.clarion.notifications.template;

import org.jspecify.annotations.NullMarked;
