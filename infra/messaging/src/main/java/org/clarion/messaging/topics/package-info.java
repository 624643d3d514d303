/** The topics as {@code contracts/asyncapi.yaml} declares them. */
@NullMarked
package org.clarion.messaging.topics;

import org.jspecify.annotations.NullMarked;
