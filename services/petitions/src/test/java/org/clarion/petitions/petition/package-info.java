@NullMarked
package org.clarion.petitions.petition;

import org.jspecify.annotations.NullMarked;
