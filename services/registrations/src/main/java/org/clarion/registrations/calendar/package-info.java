/** Gatherings as calendars read them (RFC 5545, RFC 5546). */
@NullMarked
package org.clarion.registrations.calendar;

import org.jspecify.annotations.NullMarked;
