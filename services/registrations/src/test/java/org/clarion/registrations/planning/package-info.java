@NullMarked
package org.clarion.registrations.planning;

import org.jspecify.annotations.NullMarked;
