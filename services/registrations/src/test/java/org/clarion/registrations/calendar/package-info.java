@NullMarked
package org.clarion.registrations.calendar;

import org.jspecify.annotations.NullMarked;
