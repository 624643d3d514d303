@NullMarked
package org.clarion.registrations.attendance;

import org.jspecify.annotations.NullMarked;
