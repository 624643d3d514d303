/** What every kind of action needs, whatever supporters do in it. */
@NullMarked
package org.clarion.actions;

import org.jspecify.annotations.NullMarked;
