@NullMarked
package org.clarion.places;

import org.jspecify.annotations.NullMarked;
