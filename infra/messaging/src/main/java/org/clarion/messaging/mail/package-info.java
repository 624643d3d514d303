/** Mail by claim: asking for a mail, and answering when it is about to be sent. */
@NullMarked
package org.clarion.messaging.mail;

import org.jspecify.annotations.NullMarked;
