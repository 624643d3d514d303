/** Which constituency and country a postcode is in: read-only reference data, no network. */
@NullMarked
package org.clarion.places;

import org.jspecify.annotations.NullMarked;
