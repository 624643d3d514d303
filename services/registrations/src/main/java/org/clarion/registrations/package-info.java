/** Gatherings and who comes: a place for everybody as far as there are any, and a fair queue behind. */
@NullMarked
package org.clarion.registrations;

import org.jspecify.annotations.NullMarked;
