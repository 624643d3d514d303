/** Every mail that leaves the platform. */
@NullMarked
package org.clarion.notifications;

import org.jspecify.annotations.NullMarked;
