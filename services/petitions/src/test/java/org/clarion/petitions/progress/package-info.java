@NullMarked
package org.clarion.petitions.progress;

import org.jspecify.annotations.NullMarked;
