/** Who comes and who came: the door, the list of attendees, and what of it leaves as a file. */
@NullMarked
package org.clarion.registrations.attendance;

import org.jspecify.annotations.NullMarked;
