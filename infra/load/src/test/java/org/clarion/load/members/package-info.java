@NullMarked
package org.clarion.load.members;

import org.jspecify.annotations.NullMarked;
