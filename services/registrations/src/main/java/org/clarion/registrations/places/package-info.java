/** The places at a gathering: who has one, who waits, and one compare-and-set that decides for all who ask at a moment. */
@NullMarked
package org.clarion.registrations.places;

import org.jspecify.annotations.NullMarked;
