/** The words of mails, by purpose and language. */
@NullMarked
package org.clarion.notifications.template;

import org.jspecify.annotations.NullMarked;
