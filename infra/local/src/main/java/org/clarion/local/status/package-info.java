/** What {@code ./clarion status} finds out about a running platform. */
@NullMarked
package org.clarion.local.status;

import org.jspecify.annotations.NullMarked;
