/** How many mails one address gets in a day. */
@NullMarked
package org.clarion.notifications.allowance;

import org.jspecify.annotations.NullMarked;
