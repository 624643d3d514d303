@NullMarked
package org.clarion.load.counts;

import org.jspecify.annotations.NullMarked;
