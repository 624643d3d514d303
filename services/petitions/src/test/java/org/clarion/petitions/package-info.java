@NullMarked
package org.clarion.petitions;

import org.jspecify.annotations.NullMarked;
