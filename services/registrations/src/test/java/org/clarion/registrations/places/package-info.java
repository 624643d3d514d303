@NullMarked
package org.clarion.registrations.places;

import org.jspecify.annotations.NullMarked;
