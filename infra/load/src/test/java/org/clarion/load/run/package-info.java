@NullMarked
package org.clarion.load.run;

import org.jspecify.annotations.NullMarked;
