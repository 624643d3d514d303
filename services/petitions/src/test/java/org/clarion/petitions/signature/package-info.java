@NullMarked
package org.clarion.petitions.signature;

import org.jspecify.annotations.NullMarked;
