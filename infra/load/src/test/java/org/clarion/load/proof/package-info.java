@NullMarked
package org.clarion.load.proof;

import org.jspecify.annotations.NullMarked;
