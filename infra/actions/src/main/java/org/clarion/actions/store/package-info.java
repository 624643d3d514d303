/** The actions of one kind in the service's own store, and what of them everybody sees again and again. */
@NullMarked
package org.clarion.actions.store;

import org.jspecify.annotations.NullMarked;
