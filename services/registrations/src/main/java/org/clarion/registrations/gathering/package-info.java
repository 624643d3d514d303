/** A gathering, which people call an event: what happens when and where, who may come, its life from draft to past. */
@NullMarked
package org.clarion.registrations.gathering;

import org.jspecify.annotations.NullMarked;
