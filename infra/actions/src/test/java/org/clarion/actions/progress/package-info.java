@NullMarked
package org.clarion.actions.progress;

import org.jspecify.annotations.NullMarked;
