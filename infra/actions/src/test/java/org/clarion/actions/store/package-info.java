@NullMarked
package org.clarion.actions.store;

import org.jspecify.annotations.NullMarked;
