@NullMarked
package org.clarion.messaging.mail;

import org.jspecify.annotations.NullMarked;
