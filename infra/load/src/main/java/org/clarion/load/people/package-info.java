/** The people who sign: random but seeded, with addresses under example.org. */
@NullMarked
package org.clarion.load.people;

import org.jspecify.annotations.NullMarked;
