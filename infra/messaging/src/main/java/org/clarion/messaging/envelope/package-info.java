/** The fields that all kinds of action share on the wire (design rule 5). */
@NullMarked
package org.clarion.messaging.envelope;

import org.jspecify.annotations.NullMarked;
