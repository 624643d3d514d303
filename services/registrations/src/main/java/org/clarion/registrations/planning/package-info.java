/** Where staff plan gatherings: what is on and how full it is, the form, and the steps of a gathering's life. */
@NullMarked
package org.clarion.registrations.planning;

import org.jspecify.annotations.NullMarked;
