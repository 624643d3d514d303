@NullMarked
package org.clarion.notifications.mail;

import org.jspecify.annotations.NullMarked;
