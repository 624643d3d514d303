/** The links by which people come back to what they have done, without an account. */
@NullMarked
package org.clarion.actions.link;

import org.jspecify.annotations.NullMarked;
