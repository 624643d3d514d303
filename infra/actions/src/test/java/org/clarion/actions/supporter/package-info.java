@NullMarked
package org.clarion.actions.supporter;

import org.jspecify.annotations.NullMarked;
