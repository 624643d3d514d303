@NullMarked
package org.clarion.load.platform;

import org.jspecify.annotations.NullMarked;
