@NullMarked
package org.clarion.messaging;

import org.jspecify.annotations.NullMarked;
