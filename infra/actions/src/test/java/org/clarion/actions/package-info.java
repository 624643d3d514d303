@NullMarked
package org.clarion.actions;

import org.jspecify.annotations.NullMarked;
