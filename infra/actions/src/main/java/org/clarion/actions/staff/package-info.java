/** What the pages share on which staff write actions and take steps with them. */
@NullMarked
package org.clarion.actions.staff;

import org.jspecify.annotations.NullMarked;
